//! What is said of policies that can be read.
