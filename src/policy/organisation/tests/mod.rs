//! What a policy may say, and what is wrong with one that cannot be read.
