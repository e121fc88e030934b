{#- The way through the site, for the drawer of a phone: name, address from the root, what is below it. -#}
{%- macro address(item) %}{% if item.children %}{{ address(item.children | first) }}{% elif item.url != "./" %}{{ item.url }}{% endif %}{% endmacro -%}
{%- macro one(item) -%}
{%- set below = item.children or [] -%}
{%- set below = below[1:] if below and below[0].is_index else below -%}
["{{ item.title | striptags | replace("\\", "\\\\") | replace('"', '\\"') }}","{{ address(item) }}"
{%- if below %},[{% for inner in below %}{{ one(inner) }}{% if not loop.last %},{% endif %}{% endfor %}]{% endif %}]
{%- endmacro -%}
workshopNav = [{% for item in nav.items %}{{ one(item) }}{% if not loop.last %},
{% endif %}{% endfor %}]
