// Loaded before Ghost: blocks all other servers. Ghost would notify every site that a post links to, and check for updates, and
// not all of that can be switched off.
const dns = require('node:dns');
const { isIP } = require('node:net');

const { lookup } = dns;
const lookupLater = dns.promises.lookup;
const refusal = (name) => Object.assign(new Error(`this test asks no other server, so not ${name}`), { code: 'ENOTFOUND' });

// The listening address is looked up as well, but is already an IP address.
dns.lookup = (name, options, done = options) => {
  if (isIP(name)) lookup(name, options, done);
  else process.nextTick(done, refusal(name));
};
dns.promises.lookup = async (name, options) => {
  if (isIP(name)) return lookupLater(name, options);
  throw refusal(name);
};
