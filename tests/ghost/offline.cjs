// Loaded into Ghost before itself: it knows no other server. Ghost would tell every site that a post links to, and ask its maker
// for updates, and not all of that can be switched off.
const dns = require('node:dns');
const { isIP } = require('node:net');

const { lookup } = dns;
const lookupLater = dns.promises.lookup;
const refusal = (name) => Object.assign(new Error(`this test asks no other server, so not ${name}`), { code: 'ENOTFOUND' });

// Where to listen is looked up as well, but is an address already.
dns.lookup = (name, options, done = options) => {
  if (isIP(name)) lookup(name, options, done);
  else process.nextTick(done, refusal(name));
};
dns.promises.lookup = async (name, options) => {
  if (isIP(name)) return lookupLater(name, options);
  throw refusal(name);
};
