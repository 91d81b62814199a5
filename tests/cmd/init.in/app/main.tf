resource "aws_instance" "app" {}
