<?php
/**
 * Plugin Name: Sandbox Explorer
 * Description: The shortcode [sandbox-explorer scope="part=4"]…[/sandbox-explorer], for authors whose HTML WordPress cleans.
 * Version: 0.1.0
 * License: Apache-2.0
 * Requires at least: 6.1
 *
 * Belongs in wp-content/plugins/sandbox-explorer/, together with the files of dist/embed. The content between the two
 * tags is the fallback: links that are there before the script and without it.
 */

defined('ABSPATH') || exit;

// `base` and `src` are missing on purpose: an author of a post must not be able to load scripts of another site, or to show cards and links
// of one.
// generated: attributes; UPDATE=1 cargo test --test it generated
const SANDBOX_EXPLORER_ATTRIBUTES = [
	'lang',
	'theme',
	'scope',
	'query',
	'initial-query',
	'view',
	'layout',
	'published',
	'current-part',
	'url-key',
	'heading-level',
	'without-search',
	'without-tabs',
	'without-facets',
	'without-sort',
	'loading',
];
// end of attributes

add_action('wp_enqueue_scripts', function () {
	wp_register_script('sandbox-explorer', plugins_url('sandbox-explorer.js', __FILE__), [], null, true);
	// For posts with the other form that cleaning does not change: <div data-sandbox-explorer data-scope="part=4">.
	if (str_contains(implode(wp_list_pluck($GLOBALS['wp_query']->posts ?? [], 'post_content')), 'data-sandbox-explorer')) {
		wp_enqueue_script('sandbox-explorer');
	}
});

// wp_enqueue_script_module() was added in 6.5.
add_filter('script_loader_tag', function ($tag, $handle) {
	return $handle === 'sandbox-explorer' ? preg_replace('/^<script\b(?: type=\S+)?/', '<script type="module"', $tag) : $tag;
}, 10, 2);

add_shortcode('sandbox-explorer', function ($given, $fallback = '') {
	wp_enqueue_script('sandbox-explorer');
	$attributes = '';
	foreach ((array) $given as $name => $value) {
		// WordPress passes an attribute without a value as a value without a name.
		if (is_int($name)) {
			[$name, $value] = [$value, ''];
		}
		if (in_array($name, SANDBOX_EXPLORER_ATTRIBUTES, true)) {
			$attributes .= sprintf(' %s="%s"', $name, esc_attr($value));
		}
	}
	return "<sandbox-explorer$attributes>" . wp_kses_post(do_shortcode($fallback)) . '</sandbox-explorer>';
});
