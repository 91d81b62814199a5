//! The comment as GitHub shows it, for the README: a page that a browser makes a picture of.
//!
//! `docs/images/comment.html` is that page. `APPLYGATE_WRITE_PICTURE=1 cargo test --test review picture` writes it anew;
//! it says itself how the picture is made of it.

use comrak::{Options, markdown_to_html};

use crate::fake_github::FakeGithub;
use crate::{Review, act, scene};

/// An ordinary change of high risk: another account may assume a role.
const PLAN: &str = "fixtures/differences/trust-policy-widened.json";

/// A group that has a say. No window: the comment shows how to write one.
const POLICY: &str = r#"
group "security" { users = ["carla", "dora"] }
approval "identity" {
  match { classes = ["identity"] }
  count = 1
  from  = ["group:security"]
}
"#;

/// The comment once one of two has approved. Nothing in it depends on the time.
fn shown() -> String {
    let github = FakeGithub::start(|state| {
        scene(state);
        state.viewer = "acme-gate[bot]".to_owned();
        state.app = Some((4711, "acme-gate".to_owned()));
        let infra = state.repo("acme/infra").file("main", "applygate.hcl", POLICY);
        infra.permission("carla", "write").permission("dora", "write");
    });
    let run = || {
        let run = Review::of(&github, PLAN);
        let folder = run.folder.path().join("live/prod");
        std::fs::create_dir_all(&folder).unwrap();
        let text = "resource \"aws_iam_role\" \"deploy\" {\n  name = \"deploy\"\n}\n";
        std::fs::write(folder.join("main.tf"), text).unwrap();
        std::fs::create_dir(run.folder.path().join("base")).unwrap();
        std::fs::write(run.folder.path().join("base/main.tf"), text).unwrap();
        run.with(&["--config", "live/prod", "--base", "base"]).run()
    };
    let ended = run();
    assert_eq!(ended.status, 3, "{ended:?}");
    let digest = ended.json()["approval_digest"].as_str().unwrap().to_owned();
    let line = format!("/applygate approve {digest}");
    act(&github, |pull| {
        pull.comment("bo", &line).later(5);
    });
    let ended = run();
    assert_eq!(ended.status, 3, "{ended:?}");
    github.with(|state| {
        let comments = &state.repositories["acme/infra"].pulls[&7].comments;
        let ours = comments.iter().find(|one| one.user.as_deref() == Some("acme-gate[bot]"));
        ours.unwrap().body.clone()
    })
}

/// Makes a page of it, with a style that is like GitHub's.
fn page(comment: &str) -> String {
    let mut options = Options::default();
    options.extension.autolink = true;
    options.extension.table = true;
    options.extension.tasklist = true;
    options.extension.strikethrough = true;
    // The folds are HTML.
    options.render.r#unsafe = true;
    let body = markdown_to_html(comment.trim_end().trim_end_matches("<!-- applygate -->"), &options);
    let body = coloured(&body);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<!-- Written by: APPLYGATE_WRITE_PICTURE=1 cargo test --test review picture\n     \
         The picture: chromium --headless --hide-scrollbars --force-device-scale-factor=1.5 --window-size=900,HEIGHT\n     \
         --screenshot=comment.png comment.html, then pngquant. -->\n<meta charset=\"utf-8\">\n<title>The comment of applygate\
         </title>\n<style>\n{STYLE}</style>\n<body>\n<div class=\"face\">ag</div>\n<article>\n<header><b>acme-gate</b> \
         <span>bot</span> commented 11 minutes ago · edited</header>\n<div class=\"text\">\n{body}</div>\n</article>\n</body>\n\
         </html>\n"
    )
}

/// Colours the lines of differences, as GitHub does.
fn coloured(html: &str) -> String {
    let mut inside = false;
    let mut out = String::new();
    for line in html.lines() {
        let (before, text) = match line.split_once("<code class=\"language-diff\">") {
            Some((before, text)) => {
                inside = true;
                (format!("{before}<code class=\"language-diff\">"), text)
            }
            None => (String::new(), line),
        };
        if text.starts_with("</code>") {
            inside = false;
        }
        let class = match text.chars().next().filter(|_| inside) {
            Some('+') => "more",
            Some('-') => "less",
            _ => "",
        };
        out.push_str(&before);
        if class.is_empty() {
            out.push_str(text);
        } else {
            out.extend(["<span class=\"", class, "\">", text, "</span>"]);
        }
        out.push('\n');
    }
    out
}

const STYLE: &str = "\
body { margin: 16px; width: 868px; background: #fff; color: #1f2328; display: flex; gap: 14px;
  font: 14px/1.5 -apple-system, \"Segoe UI\", \"Noto Sans\", \"Liberation Sans\", Helvetica, Arial, sans-serif, \"Noto Color Emoji\"; }
.face { flex: none; width: 40px; height: 40px; border-radius: 8px; background: #1f883d; color: #fff; font-weight: 600;
  display: grid; place-items: center; }
article { flex: 1; min-width: 0; border: 1px solid #d1d9e0; border-radius: 6px; }
header { padding: 7px 16px; background: #f6f8fa; border-bottom: 1px solid #d1d9e0; border-radius: 6px 6px 0 0; color: #59636e; }
header b { color: #1f2328; }
header span { border: 1px solid #d1d9e0; border-radius: 2em; padding: 0 6px; font-size: 12px; }
.text { padding: 16px; overflow-wrap: break-word; }
.text > :first-child { margin-top: 0; }
.text > :last-child { margin-bottom: 0; }
h2, h3, h4 { margin: 24px 0 16px; line-height: 1.25; font-weight: 600; }
h2 { font-size: 1.5em; padding-bottom: .3em; border-bottom: 1px solid #d1d9e0b3; }
h3 { font-size: 1.25em; }
h4 { font-size: 1em; }
p, ul, pre, details { margin: 0 0 16px; }
ul { padding-left: 2em; }
li + li { margin-top: .25em; }
li ul { margin: 0; }
code, pre { font-family: ui-monospace, SFMono-Regular, \"DejaVu Sans Mono\", \"Liberation Mono\", monospace; font-size: 85%; }
code { padding: .2em .4em; background: #818b981f; border-radius: 6px; }
pre { padding: 16px; background: #f6f8fa; border-radius: 6px; line-height: 1.45; white-space: pre-wrap; }
pre code { padding: 0; background: none; font-size: 100%; }
.more, .less { display: inline-block; width: 100%; }
.more { color: #116329; background: #dafbe1; }
.less { color: #82071e; background: #ffebe9; }
";

#[test]
fn the_picture_shows_the_comment_as_it_is() {
    let page = page(&shown());
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/images/comment.html");
    #[expect(clippy::disallowed_methods, reason = "a switch for whoever changes the comment")]
    if std::env::var("APPLYGATE_WRITE_PICTURE").is_ok() {
        std::fs::create_dir_all(std::path::Path::new(path).parent().unwrap()).unwrap();
        std::fs::write(path, &page).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        committed == page,
        "the comment looks otherwise now: run APPLYGATE_WRITE_PICTURE=1 cargo test --test review picture, and make the \
         picture as the page says"
    );
}
