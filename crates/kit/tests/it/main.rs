//! What is printed for each host, what is refused, and what stays the same through an address.

mod choice;
mod contrast;
mod hosts;
mod state;
mod texts;
