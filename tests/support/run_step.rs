//! What a step of Atlantis is told: the emulation tells it, and the real server is asked whether it does.

/// The variables of a `run` step of `plan` and `apply`, in the order of their names, beside those of the server.
pub const TOLD: [&str; 23] = [
    "ATLANTIS_PR_APPROVED",
    "ATLANTIS_PR_MERGEABLE",
    "ATLANTIS_TERRAFORM_DISTRIBUTION",
    "ATLANTIS_TERRAFORM_VERSION",
    "BASE_BRANCH_NAME",
    "BASE_REPO_NAME",
    "BASE_REPO_OWNER",
    "COMMENT_ARGS",
    "DIR",
    "HEAD_BRANCH_NAME",
    "HEAD_COMMIT",
    "HEAD_REPO_NAME",
    "HEAD_REPO_OWNER",
    "PLANFILE",
    "POLICYCHECKFILE",
    "PROJECT_NAME",
    "PULL_AUTHOR",
    "PULL_NUM",
    "PULL_URL",
    "REPO_REL_DIR",
    "SHOWFILE",
    "USER_NAME",
    "WORKSPACE",
];
