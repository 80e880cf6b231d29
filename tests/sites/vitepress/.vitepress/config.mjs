// A site in a subdirectory, like many, with the snippet as its base configuration.
// <!-- snippet -->
