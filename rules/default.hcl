# What holds where a repository says nothing. A policy of its own adds to this; it never takes away.

limits {
  max_destroy       = 5
  max_destroy_share = 0.25
}

approval "medium" {
  match {
    min_risk = "medium"
  }
  count = 1
  from  = ["permission:write"]
}

approval "high" {
  match {
    min_risk = "high"
  }
  count  = 2
  from   = ["permission:write"]
  window = "any"
}
