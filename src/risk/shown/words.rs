//! The shape of words: what a person or a vendor would call something, and what a generator would.

/// The longest text that counts as words, in characters.
const LONGEST: usize = 40;
/// The most parts between separators.
const MOST_PARTS: usize = 8;
/// The longest single word.
const LONGEST_WORD: usize = 15;
/// The longest single word in a key, where words are run together: `githubusercontent`.
const LONGEST_COMPOUND: usize = 24;
/// From this length on a run of letters and digits that is no word is random.
const SHORTEST_RANDOM: usize = 16;

/// Returns true for a word of an enumeration or a name made of words: `t3.large`, `general-public-license`.
///
/// Letters, digits and `-_./` only; every part between separators is a word, a short number, or a word with a short
/// number at its end or front, as sizes and generations have; at most two parts mix letters and digits.
pub(super) fn are_words(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || is_separator(byte);
    if text.is_empty() || text.len() > LONGEST || !text.bytes().all(allowed) {
        return false;
    }
    let parts: Vec<&str> = parts(text).collect();
    let has = |part: &str, test: fn(&u8) -> bool| part.as_bytes().iter().any(test);
    let mixed = |part: &&&str| has(part, u8::is_ascii_digit) && has(part, u8::is_ascii_alphabetic);
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let named: Vec<usize> =
        parts.iter().filter(|part| has(part, u8::is_ascii_alphabetic)).map(|part| part.len()).collect();
    // A long name is made of words and not of letters; a generator puts separators anywhere.
    let chopped = text.len() >= 20 && 2 * named.iter().sum::<usize>() < 7 * named.len();
    let doubled = text.as_bytes().windows(2).any(|pair| pair.iter().all(|byte| is_separator(*byte)));
    !parts.is_empty()
        && parts.len() <= MOST_PARTS
        && !chopped
        && !doubled
        && digits <= 12
        && parts.iter().filter(mixed).count() <= 2
        && parts.iter().all(|part| is_part(part))
}

/// Returns true for a text with a long run of letters and digits in it that no person would have written.
pub(super) fn looks_random(text: &str) -> bool {
    let runs = text.split(|character: char| !character.is_ascii_alphanumeric());
    runs.filter(|run| run.len() >= SHORTEST_RANDOM).any(|run| !is_humps(run, LONGEST_COMPOUND))
}

/// Returns the parts between separators.
pub(super) fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| character.is_ascii() && is_separator(character as u8))
        .filter(|part| !part.is_empty())
}

fn is_separator(byte: u8) -> bool {
    matches!(byte, b'-' | b'_' | b'.' | b'/')
}

/// Returns true for a word, a short number, or both of them together.
fn is_part(part: &str) -> bool {
    let front = part.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = part.split_at(front);
    if rest.is_empty() {
        return number.len() <= 6;
    }
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (word, behind) = rest.split_at(letters);
    if !number.is_empty() {
        // `16xlarge`, `20gb`
        return number.len() <= 4 && behind.is_empty() && word.len() <= 10 && is_humps(word, LONGEST_WORD);
    }
    let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
    let (number, tail) = behind.split_at(digits);
    // `m6g`, `postgres14`, `k8s`
    let tail_is_short = tail.len() <= 2 && tail.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_short = number.is_empty() || part.len() <= LONGEST_WORD;
    number.len() <= 4 && tail_is_short && is_short && is_humps(word, LONGEST_WORD)
}

/// Returns true for letters that are words, written `like`, `LIKE`, `Like` or `likeThis`.
fn is_humps(letters: &str, longest_word: usize) -> bool {
    if !letters.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return false;
    }
    let humps = humps(letters);
    if let [single] = humps.as_slice() {
        return is_word(single, longest_word);
    }
    // Random letters change case at every second one; the more of them, the surer.
    let least = if letters.len() < 12 { 3 } else { 4 };
    let crowded = letters.len() > 8 && letters.len() < least * humps.len();
    let acronyms = humps.iter().filter(|hump| hump.bytes().all(|byte| byte.is_ascii_uppercase()));
    let (count, length) = acronyms.fold((0, 0), |(count, length), hump| (count + 1, length + hump.len()));
    let shouted = letters.len() > 16 && (count > 2 || 5 * length > 2 * letters.len());
    !crowded && !shouted && humps.iter().all(|hump| is_hump(hump, longest_word))
}

/// Returns true for a word inside of another: `Endpoint`, `VPC`, `Vpc`, `Id`.
fn is_hump(hump: &str, longest_word: usize) -> bool {
    const SHORT: [&str; 16] =
        ["ad", "as", "at", "by", "db", "id", "if", "in", "ip", "is", "no", "of", "on", "os", "sv", "to"];
    const SILENT: [&str; 5] = ["http", "https", "html", "grpc", "mtls"];
    let lower = hump.to_ascii_lowercase();
    let formed = match hump.len() {
        ..=1 => false,
        // `TLSv1` is split before its last capital.
        2 => hump.bytes().all(|byte| byte.is_ascii_uppercase()) || SHORT.contains(&lower.as_str()),
        3 => true,
        _ => {
            let acronym = hump.len() <= 5 && hump.bytes().all(|byte| byte.is_ascii_uppercase());
            acronym || has_vowel(hump) || SILENT.contains(&lower.as_str())
        }
    };
    formed && is_word(hump, longest_word)
}

/// Splits `VPCEndpointType` into `VPC`, `Endpoint` and `Type`.
fn humps(letters: &str) -> Vec<&str> {
    let bytes = letters.as_bytes();
    let upper = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_uppercase);
    let lower = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_lowercase);
    let mut humps = Vec::new();
    let mut start = 0;
    for at in 1..bytes.len() {
        let begins = upper(at) && (lower(at - 1) || lower(at + 1));
        if begins {
            humps.extend(letters.get(start..at));
            start = at;
        }
    }
    humps.extend(letters.get(start..));
    humps
}

/// Returns true for letters that can be said: vowels among them, no long runs without, no pairs that no word has.
fn is_word(letters: &str, longest: usize) -> bool {
    if letters.len() > longest {
        return false;
    }
    if letters.len() <= 5 {
        // Acronyms: `vpc`, `https`, `mssql`.
        return true;
    }
    let word = letters.to_ascii_lowercase();
    let (mut run, mut longest_run, mut longest_vowels, mut vowels_run, mut vowels) = (0, 0, 0, 0, 0);
    for byte in word.as_bytes() {
        if is_vowel(*byte) {
            (run, vowels_run, vowels) = (0, vowels_run + 1, vowels + 1);
        } else {
            (run, vowels_run) = (run + 1, 0);
        }
        longest_run = longest_run.max(run);
        longest_vowels = longest_vowels.max(vowels_run);
    }
    let pairs = word.as_bytes().windows(2);
    let odd = pairs.filter(|pair| matches!(pair, [a, b] if is_odd(*a, *b))).count();
    longest_run <= 4 && longest_vowels <= 3 && vowels * 6 >= word.len() && odd == 0
}

fn has_vowel(letters: &str) -> bool {
    letters.bytes().any(|byte| is_vowel(byte.to_ascii_lowercase()))
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// Returns true for two letters that hardly ever stand beside each other in a word.
fn is_odd(a: u8, b: u8) -> bool {
    let after = |letters: &str| letters.as_bytes().contains(&b);
    match a {
        b'b' | b'm' => after("qxz"),
        b'c' => after("jvxz"),
        b'd' | b'r' => after("x"),
        b'f' => after("qvxz"),
        b'g' => after("vxz"),
        b'h' | b'l' | b's' => after("jx"),
        b'j' => !after("aeious"),
        b'k' => after("qxz"),
        b'p' => after("jqvxz"),
        b'q' => !after("ul"),
        b't' => after("jqx"),
        b'v' => !after("aeiouylmprs"),
        b'w' => after("jqvxz"),
        b'x' => after("jkvwz"),
        b'z' => after("fgjkqvx"),
        _ => false,
    }
}
