//! Setting the scene, and what people then do in it.

use super::state::{Activity, Comment, Commit, Dismissal, File, Pull, Repository, Review, State, Status};

impl State {
    /// Makes sure that a team (`org/slug`) exists and has these members.
    pub fn team(&mut self, name: &str, members: &[&str]) -> &mut State {
        let id = self.fresh();
        for member in members {
            self.user(member);
        }
        let team = self.teams.entry(name.to_owned()).or_default();
        team.id = id;
        team.members = members.iter().map(|member| (*member).to_owned()).collect();
        self
    }

    /// Returns the repository of that name; the first mention creates it with an empty `main`.
    pub fn repo(&mut self, full_name: &str) -> RepoScene<'_> {
        if !self.repositories.contains_key(full_name) {
            let id = self.fresh();
            let tip = self.fresh_sha();
            self.repositories.insert(
                full_name.to_owned(),
                Repository {
                    id,
                    full_name: full_name.to_owned(),
                    default_branch: "main".to_owned(),
                    branches: [("main".to_owned(), tip)].into(),
                    roles: Default::default(),
                    pulls: Default::default(),
                    statuses: Default::default(),
                    checks: Default::default(),
                    activity: Vec::new(),
                    contents: Default::default(),
                    moved: Vec::new(),
                    settings: Default::default(),
                },
            );
        }
        RepoScene { state: self, name: full_name.to_owned() }
    }

    /// Returns a pull request that exists.
    pub fn pull(&mut self, repository: &str, number: u64) -> PullScene<'_> {
        assert!(self.repositories[repository].pulls.contains_key(&number), "no pull request {number}");
        PullScene { state: self, repository: repository.to_owned(), number }
    }
}

/// A repository while the scene is set.
pub struct RepoScene<'s> {
    state: &'s mut State,
    name: String,
}

impl<'s> RepoScene<'s> {
    pub fn data(&mut self) -> &mut Repository {
        self.state.repositories.get_mut(&self.name).unwrap()
    }

    /// Gives someone a role: admin, maintain, write, triage, read, none.
    pub fn permission(mut self, login: &str, role: &str) -> RepoScene<'s> {
        self.state.user(login);
        self.data().roles.insert(login.to_owned(), role.to_owned());
        self
    }

    /// Puts a file on a branch.
    pub fn file(mut self, branch: &str, path: &str, content: &str) -> RepoScene<'s> {
        self.data().contents.insert((branch.to_owned(), path.to_owned()), content.to_owned());
        self
    }

    /// Pushes to a branch: its tip moves, and these files are what it got.
    pub fn moves(mut self, branch: &str, actor: &str, files: &[&str]) -> RepoScene<'s> {
        self.state.user(actor);
        let (id, after, at) = (self.state.fresh(), self.state.fresh_sha(), self.state.now);
        let repository = self.data();
        let before = repository.branches.insert(branch.to_owned(), after.clone()).unwrap_or_default();
        repository.moved.extend(files.iter().map(|name| File {
            name: (*name).to_owned(),
            status: "modified".to_owned(),
            previous: None,
        }));
        repository.activity.push(Activity {
            id,
            reference: format!("refs/heads/{branch}"),
            kind: "push".to_owned(),
            actor: Some(actor.to_owned()),
            before,
            after,
            at,
        });
        self
    }

    /// Opens a pull request from branch `change-N` to the default branch; its author pushed one commit.
    pub fn open_pull(mut self, number: u64, author: &str) -> PullScene<'s> {
        self.state.user(author);
        self.data().roles.entry(author.to_owned()).or_insert_with(|| "write".to_owned());
        let (now, name) = (self.state.now, self.name.clone());
        let repository = self.data();
        let base_ref = repository.default_branch.clone();
        let base_sha = repository.branches[&base_ref].clone();
        repository.pulls.insert(
            number,
            Pull {
                number,
                author: Some(author.to_owned()),
                title: "Change the network".to_owned(),
                body: Some("What and why.".to_owned()),
                body_edited: None,
                state: "open".to_owned(),
                draft: false,
                merged: None,
                created: now,
                labels: Vec::new(),
                head_repo: Some(name),
                head_ref: format!("change-{number}"),
                base_ref,
                base_sha,
                commits: Vec::new(),
                files: Vec::new(),
                reviews: Vec::new(),
                comments: Vec::new(),
                dismissals: Vec::new(),
                mergeable_state: "clean".to_owned(),
            },
        );
        let scene = PullScene { state: self.state, repository: self.name, number };
        scene.push(author, "Change the network").changes("live/prod/main.tf")
    }
}

/// A pull request, and what people do on it.
pub struct PullScene<'s> {
    state: &'s mut State,
    repository: String,
    number: u64,
}

impl<'s> PullScene<'s> {
    pub fn data(&mut self) -> &mut Pull {
        self.state.repositories.get_mut(&self.repository).unwrap().pulls.get_mut(&self.number).unwrap()
    }

    /// Changes anything that has no word of its own.
    pub fn set(mut self, change: impl FnOnce(&mut Pull)) -> PullScene<'s> {
        change(self.data());
        self
    }

    /// Lets time pass.
    pub fn later(self, seconds: i64) -> PullScene<'s> {
        self.state.advance(seconds);
        self
    }

    /// Says that the change touches a file.
    pub fn changes(self, path: &str) -> PullScene<'s> {
        let file = File { name: path.to_owned(), status: "modified".to_owned(), previous: None };
        self.set(|pull| pull.files.push(file))
    }

    /// Says that the change removes a file.
    pub fn removes(self, path: &str) -> PullScene<'s> {
        let file = File { name: path.to_owned(), status: "removed".to_owned(), previous: None };
        self.set(|pull| pull.files.push(file))
    }

    /// Says that the change renames a file.
    pub fn renames(self, from: &str, to: &str) -> PullScene<'s> {
        let file =
            File { name: to.to_owned(), status: "renamed".to_owned(), previous: Some(from.to_owned()) };
        self.set(|pull| pull.files.push(file))
    }

    /// Someone commits and pushes.
    pub fn push(self, actor: &str, message: &str) -> PullScene<'s> {
        self.push_commit(actor, Some(actor), Some(actor), message)
    }

    /// Someone pushes a commit that is attributed to others, or to nobody.
    pub fn push_commit(
        mut self,
        actor: &str,
        author: Option<&str>,
        committer: Option<&str>,
        message: &str,
    ) -> PullScene<'s> {
        for login in [Some(actor), author, committer].into_iter().flatten() {
            self.state.user(login);
        }
        let (sha, id, now) = (self.state.fresh_sha(), self.state.fresh(), self.state.now);
        let pull = self.data();
        let before = pull.head().to_owned();
        let created = pull.commits.is_empty();
        pull.commits.push(Commit {
            sha: sha.clone(),
            message: message.to_owned(),
            author: author.map(str::to_owned),
            committer: committer.map(str::to_owned),
            author_name: author.unwrap_or("Someone").to_owned(),
            author_email: format!("{}@example.com", author.unwrap_or("unknown")),
            date: now,
            parents: vec![before.clone()],
            verified: false,
        });
        let (head_ref, head_repo) = (pull.head_ref.clone(), pull.head_repo.clone());
        let activity = Activity {
            id,
            reference: format!("refs/heads/{head_ref}"),
            kind: if created { "branch_creation" } else { "push" }.to_owned(),
            actor: Some(actor.to_owned()),
            before: if created { "0".repeat(40) } else { before },
            after: sha.clone(),
            at: now,
        };
        if let Some(repository) = head_repo.and_then(|name| self.state.repositories.get_mut(&name)) {
            repository.branches.insert(head_ref, sha);
            repository.activity.push(activity);
        }
        self
    }

    /// Someone pushes one commit in place of all that were there.
    pub fn force_push(mut self, actor: &str, message: &str) -> PullScene<'s> {
        let pull = self.data();
        let (head, count) = (pull.head().to_owned(), pull.commits.len());
        let mut scene = self.push(actor, message);
        let pull = scene.data();
        pull.commits.drain(..count);
        pull.commits[0].parents = vec![pull.base_sha.clone()];
        let reference = format!("refs/heads/{}", pull.head_ref);
        let repository = scene.state.repositories.get_mut(&scene.repository).unwrap();
        let push = repository.activity.iter_mut().rfind(|push| push.reference == reference).unwrap();
        (push.kind, push.before) = ("force_push".to_owned(), head);
        scene
    }

    /// Someone submits a review of the present head.
    pub fn review(mut self, login: &str, state: &str) -> PullScene<'s> {
        self.state.user(login);
        let (id, now) = (self.state.fresh(), self.state.now);
        let pull = self.data();
        let commit = Some(pull.head().to_owned());
        pull.reviews.push(Review {
            id,
            user: Some(login.to_owned()),
            state: state.to_owned(),
            body: String::new(),
            commit,
            submitted: Some(now),
            edited: None,
        });
        self
    }

    /// Someone submits a review of the present head that says something.
    pub fn review_saying(self, login: &str, state: &str, body: &str) -> PullScene<'s> {
        let body = body.to_owned();
        self.review(login, state).set(|pull| pull.reviews.last_mut().unwrap().body = body)
    }

    /// Someone edits the newest review; only GraphQL tells that.
    pub fn edit_review(self, body: &str) -> PullScene<'s> {
        let now = self.state.now;
        self.set(|pull| {
            let review = pull.reviews.last_mut().unwrap();
            review.body = body.to_owned();
            review.edited = Some(now);
        })
    }

    /// Someone dismisses the newest review of another.
    pub fn dismiss(mut self, of: &str, actor: &str) -> PullScene<'s> {
        self.state.user(actor);
        let (id, at) = (self.state.fresh(), self.state.now);
        let pull = self.data();
        let review = pull.reviews.iter_mut().rev().find(|review| review.user.as_deref() == Some(of)).unwrap();
        let was = std::mem::replace(&mut review.state, "DISMISSED".to_owned()).to_ascii_lowercase();
        let dismissal = Dismissal { id, review: review.id, actor: Some(actor.to_owned()), was, at };
        pull.dismissals.push(dismissal);
        self
    }

    /// Someone comments.
    pub fn comment(mut self, login: &str, body: &str) -> PullScene<'s> {
        self.state.user(login);
        let (id, now) = (self.state.fresh(), self.state.now);
        self.data().comments.push(Comment {
            id,
            user: Some(login.to_owned()),
            body: body.to_owned(),
            created: now,
            updated: now,
            edited: None,
        });
        self
    }

    /// Someone edits the newest comment.
    pub fn edit_comment(mut self, body: &str) -> PullScene<'s> {
        let now = self.state.now;
        let comment = self.data().comments.last_mut().unwrap();
        comment.body = body.to_owned();
        comment.updated = now;
        comment.edited = Some(now);
        self
    }

    /// Someone sets a commit status on the present head.
    pub fn status(mut self, creator: &str, context: &str, state: &str, description: &str) -> PullScene<'s> {
        self.state.user(creator);
        let (id, created) = (self.state.fresh(), self.state.now);
        let sha = self.data().head().to_owned();
        let repository = self.state.repositories.get_mut(&self.repository).unwrap();
        repository.statuses.entry(sha).or_default().push(Status {
            id,
            state: state.to_owned(),
            context: context.to_owned(),
            description: Some(description.to_owned()),
            target: None,
            creator: Some(creator.to_owned()),
            created,
        });
        self
    }
}
