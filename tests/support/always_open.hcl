window "from-midnight" {
  timezone = "UTC"
  weekly {
    days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    at   = "00:00"
  }
  duration = "18h"
}
window "from-noon" {
  timezone = "UTC"
  weekly {
    days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    at   = "12:00"
  }
  duration = "18h"
}
