<?php
// WordPress fetches nothing from the machine that it runs on, nor from unusual ports, unless it is told so.
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', fn ($ports) => [...$ports, (int) parse_url('{server}', PHP_URL_PORT)]);
