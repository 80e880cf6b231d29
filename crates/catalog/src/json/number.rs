//! Numbers in JSON.

use super::{Fault, Parser};

const DIGIT: Fault = Fault::Expected("a digit");

impl Parser {
    /// Reads a number. Exact up to 2^53 and 22 decimal places, which includes every number that a key accepts; others may differ in
    /// the last bits. (The standard library's parser, which is exact for all, is larger than the rest of this file.)
    pub(super) fn number(&mut self) -> Result<f64, Fault> {
        // More digits than this change nothing here.
        const MOST: u64 = 1_000_000_000_000_000_000;
        let is_negative = self.eat(b'-');
        let (mut digits, mut exponent) = (0_u64, 0_i32);
        if !self.eat(b'0') {
            self.digits(|digit| {
                if digits < MOST {
                    digits = digits * 10 + u64::from(digit);
                } else {
                    exponent += 1;
                }
            })?;
        }
        if self.eat(b'.') {
            self.digits(|digit| {
                if digits < MOST {
                    digits = digits * 10 + u64::from(digit);
                    exponent -= 1;
                }
            })?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let is_small = self.eat(b'-');
            if !is_small {
                self.eat(b'+');
            }
            let mut by = 0;
            self.digits(|digit| by = (by * 10 + i32::from(digit)).min(100_000))?;
            exponent = exponent.saturating_add(if is_small { -by } else { by });
        }
        while digits > 0 && digits.is_multiple_of(10) {
            digits /= 10;
            exponent += 1;
        }
        let mut number = digits as f64;
        // Nothing is left, or all is infinite, long before.
        let mut n = exponent.unsigned_abs().min(400);
        while n > 0 {
            // The powers up to this one are exact.
            let by = n.min(22);
            let power = (0..by).fold(1.0, |power, _| power * 10.0);
            number = if exponent > 0 { number * power } else { number / power };
            n -= by;
        }
        Ok(if is_negative { -number } else { number })
    }

    /// Passes one digit or more.
    fn digits(&mut self, mut take: impl FnMut(u8)) -> Result<(), Fault> {
        let start = self.at;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            take(digit - b'0');
            self.at += 1;
        }
        if self.at == start { Err(DIGIT) } else { Ok(()) }
    }
}
