# What holds where a repository says nothing. A policy of its own adds to this; it never takes away.

applygate {
  # A plan that was made before the base branch moved in one of these is stale.
  watched_paths = [
    "**/*.tf",
    "**/*.tf.json",
    "**/*.tofu",
    "**/*.tofu.json",
    "**/*.tfvars",
    "**/*.tfvars.json",
    "**/*.tfbackend",
    "**/.terraform.lock.hcl",
  ]

  # Whoever changes one of these changes what decides about changes.
  guardrail_paths = [
    "applygate.hcl",
    ".applygate.hcl",
    ".applygate/**",
    ".github/workflows/**",
    ".github/actions/**",
    ".github/CODEOWNERS",
    "CODEOWNERS",
    "docs/CODEOWNERS",
    "**/action.yml",
    "**/action.yaml",
    "**/.gitlab-ci.yml",
    "atlantis.yaml",
    "atlantis.yml",
    "**/*.tfbackend",
    "**/backend.tf",
    "**/backend.tf.json",
    "**/backend.tofu",
    "**/.terraform.lock.hcl",
    "**/.terraformrc",
    "**/terraform.rc",
    "**/.tofurc",
  ]
}

limits {
  max_destroy       = 5
  max_destroy_share = 0.25
  max_plan_age      = "24h"
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

approval "guardrail" {
  match {
    change_types = ["guardrail"]
  }
  count = 2
  from  = ["permission:write"]
}
