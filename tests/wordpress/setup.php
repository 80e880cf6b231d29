<?php
// Installs WordPress into an empty database and publishes the posts of this test, each by the user in its file name. Run by
// tests/hosts/wordpress.mjs with the directories of the site and of the posts; prints the address of each post and the HTML that WordPress has kept, as JSON.
[, $site, $texts] = $argv;
$_SERVER['HTTP_HOST'] = getenv('WORDPRESS_HOST');
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
define('WP_INSTALLING', true);
// Send no mail.
function wp_mail() {
	return true;
}
require "$site/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

$password = wp_generate_password();
wp_install('Sandbox Explorer in WordPress', 'administrator', 'admin@example.org', false, '', $password);
$editor = wp_insert_user(['user_login' => 'editor', 'user_pass' => $password, 'role' => 'editor']);
// As on every multisite, where only the network's administrator has this capability.
get_role('editor')->remove_cap('unfiltered_html');
activate_plugin('sandbox-explorer/sandbox-explorer.php');
// The avatars of commenters come from another server.
update_option('show_avatars', 0);
switch_theme(array_key_first(wp_get_themes()));

$users = ['administrator' => 1, 'editor' => $editor];
$posts = [];
foreach (glob("$texts/*.html") as $file) {
	$name = basename($file, '.html');
	[$author] = explode('-', $name);
	wp_set_current_user($users[$author]);
	if (current_user_can('unfiltered_html') !== ($author === 'administrator')) {
		exit("$author: unfiltered_html is not as this test needs it\n");
	}
	// As the block editor does.
	$request = new WP_REST_Request('POST', '/wp/v2/posts');
	$request->set_body_params(['title' => $name, 'content' => file_get_contents($file), 'status' => 'publish']);
	$answer = rest_do_request($request)->get_data();
	if (!isset($answer['id'])) {
		exit("$name: " . json_encode($answer) . "\n");
	}
	$posts[$name] = ['path' => '/?p=' . $answer['id'], 'kept' => get_post($answer['id'])->post_content];
}
echo json_encode(['version' => $GLOBALS['wp_version'], 'posts' => $posts], JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES), "\n";
