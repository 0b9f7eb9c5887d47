<?php
// Installs the site and publishes an address alone on a line twice: as the classic editor keeps it, and as a block.
define('WP_INSTALLING', true);
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter('pre_wp_mail', '__return_true');
wp_install('Course', 'teacher', 'teacher@example.org', true, '', 'secret');
switch_theme('twentytwentythree');
wp_set_current_user(1);
$address = '{server}/p/mazur?step=21&lang=en';
$block = '<!-- wp:embed {"url":"' . $address . '"} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">'
    . "\n$address\n</div></figure><!-- /wp:embed -->";
foreach (['classic' => "Step through it:\n\n$address\n\nWhat comes next?", 'block' => $block] as $name => $content) {
    $post = ['post_title' => $name, 'post_content' => $content, 'post_status' => 'publish'];
    echo $name, ' ', wp_insert_post(wp_slash($post), true), "\n";
}
