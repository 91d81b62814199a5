//! What GitHub tells others of its own accord.

use serde_json::{Value, json};

use super::State;

impl State {
    /// Returns the event that a pull request was opened, or pushed to (`synchronize`).
    pub fn pull_event(&mut self, repository: &str, number: u64, action: &str, sender: &str) -> Value {
        json!({
            "action": action,
            "number": number,
            "pull_request": self.pull_json(repository, number),
            "repository": self.repository_json(repository),
            "sender": self.user_json(Some(sender)),
        })
    }

    /// Returns the event that the newest comment on a pull request was written.
    pub fn comment_event(&mut self, repository: &str, number: u64) -> Value {
        let pull = &self.repositories[repository].pulls[&number];
        let (title, state) = (pull.title.clone(), pull.state.clone());
        let comment = pull.comments.last().unwrap().clone();
        let url = format!("{}/{repository}/pull/{number}", self.origin);
        json!({
            "action": "created",
            "issue": {
                "number": number,
                "title": title,
                "state": state,
                "html_url": url,
                "pull_request": {"html_url": url},
            },
            "comment": self.comment_json(&comment),
            "repository": self.repository_json(repository),
            "sender": self.user_json(comment.user.as_deref()),
        })
    }
}
