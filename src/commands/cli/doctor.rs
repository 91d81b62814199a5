//! Arguments of `doctor`.

use std::path::PathBuf;

use clap::Args;

use super::ListFormat;

/// Arguments of `doctor`.
#[derive(Debug, Args)]
#[command(
    after_help = "Exit status: 0 no problems (what is not known is told, and counts for no level), 1 error, 2 wrong \
                        usage, 3 problems.\n\n\
                        Environment: APPLYGATE_GITHUB_TOKEN, else GITHUB_TOKEN, else APPLYGATE_APP_ID and \
                        APPLYGATE_APP_KEY; GITHUB_API_URL, GITHUB_REPOSITORY; ATLANTIS_VERSION, and on the server of \
                        Atlantis its ATLANTIS_ settings. The token needs `administration: read`, for rulesets \
                        `administration: write`; it is only read with.\n\n\
                        Examples:\n  \
                        applygate doctor --repo acme/infra --app acme-applygate --environment production\n  \
                        applygate doctor --atlantis-version 0.47.1 --atlantis-flags server.yaml --atlantis-config repos.yaml\n  \
                        applygate doctor --format json -- --repo-allowlist github.com/acme/infra --allow-fork-prs"
)]
pub struct Doctor {
    /// The repository [default: GITHUB_REPOSITORY]
    #[arg(long, value_name = "OWNER/NAME")]
    pub repo: Option<String>,
    /// The base branch [default: the default branch]
    #[arg(long, value_name = "NAME")]
    pub branch: Option<String>,
    /// The environment of GitHub Actions that changes are applied in
    #[arg(long, value_name = "NAME")]
    pub environment: Option<String>,
    /// The GitHub App that applygate writes as, by its name in addresses [default: the App of the token]
    #[arg(long, value_name = "SLUG")]
    pub app: Option<String>,
    /// The version of Atlantis [default: ATLANTIS_VERSION, or what `atlantis version` says]
    #[arg(long, value_name = "VERSION")]
    pub atlantis_version: Option<String>,
    /// The settings of the Atlantis server: its configuration file, its flags, or ATLANTIS_NAME=value lines
    #[arg(long, value_name = "FILE")]
    pub atlantis_flags: Option<PathBuf>,
    /// The server-side repos.yaml of Atlantis
    #[arg(long, value_name = "FILE")]
    pub atlantis_config: Option<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value_t = ListFormat::Text, value_name = "FORMAT")]
    pub format: ListFormat,
    /// The flags of the Atlantis server, as it is started with them
    #[arg(last = true, value_name = "FLAG", conflicts_with = "atlantis_flags")]
    pub flags: Vec<String>,
}
