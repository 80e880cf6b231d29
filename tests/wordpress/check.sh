#!/bin/sh
# Builds a WordPress site from the Debian packages, with its own database, publishes posts in every form of the explorer,
# by an administrator and by an editor whose HTML is cleaned, and tests them in a browser:
#
#   apt-get install --no-install-recommends wordpress wordpress-theme-twentytwentythree php-cli php-mysql mariadb-server
#   sh tests/wordpress/check.sh [dist]
#
# Everything is in target/wordpress, and the next run deletes it. WORDPRESS=dir uses another WordPress.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
dist=$(cd "${1:-$root/dist}" && pwd)
work=$root/target/wordpress
rm -rf "$work"
mkdir -p "$work/database"

# A copy without links, because PHP's __FILE__ follows them out of the site.
cp -rL "${WORDPRESS:-/usr/share/wordpress}" "$work/site"
plugin=$work/site/wp-content/plugins/sandbox-explorer
mkdir -p "$plugin"
cp "$dist"/embed/* "$root/npm/snippets/wordpress/sandbox-explorer.php" "$plugin/"
cp "$root/tests/wordpress/wp-config.php" "$work/site/"
# Browsers request it by themselves; PHP's own server does not pass that on to WordPress, which would have one.
: >"$work/site/favicon.ico"

pids=
trap 'kill $pids 2>/dev/null; wait' EXIT
user=$(id -un)
mariadb-install-db --no-defaults --datadir="$work/database" --user="$user" --auth-root-authentication-method=normal \
  --skip-test-db >"$work/install.log"
mariadbd --no-defaults --datadir="$work/database" --socket="$work/socket" --skip-networking --user="$user" 2>"$work/mariadbd.log" &
pids=$!
until mariadb --no-defaults --socket="$work/socket" --user=root --execute='create database wordpress' 2>/dev/null; do
  kill -0 "$pids" || { cat "$work/mariadbd.log"; exit 1; }
  sleep 0.2
done

port=$(php -r 'echo explode(":", stream_socket_get_name(stream_socket_server("tcp://127.0.0.1:0"), false))[1];')
export WORDPRESS_HOST="127.0.0.1:$port" WORDPRESS_SOCKET="$work/socket"
php "$root/tests/wordpress/setup.php" "$work/site" >"$work/posts.json" || { cat "$work/posts.json"; exit 1; }
php -S "$WORDPRESS_HOST" -t "$work/site" >"$work/server.log" 2>&1 &
pids="$pids $!"
cd "$root"
E2E_DIST=$dist cargo test --package e2e --test wordpress
# No message of the plugin in PHP's log.
! grep -s 'plugins/sandbox-explorer' "$work/debug.log" "$work/server.log" | grep -v ' \[200\]: GET '
