{#-
  What every page has and only works with scripts: the choice of a scheme, the dialog of the search, what the theme's script reads,
  the drawer of a phone. It is the theme's own, taken from its templates: said once, not in every page.
-#}
{%- import "partials/language.html" as lang with context -%}
{%- set features = config.theme.features or [] -%}
{%- set whole %}{% include "theme/main.html" %}{% endset -%}
{%- set settings = whole.split('<script id="__config" type="application/json">')[1].split("</script>")[0] -%}
{%- set palette %}{% if config.theme.palette and config.theme.palette is not mapping %}{% include "theme/partials/palette.html" %}{% endif %}{% endset -%}
{#- With a name for the dialog: a screen reader announces it by that. -#}
{%- set search %}{% if "material/search" in config.plugins and config.plugins["material/search"].config.enabled %}
{%- filter replace('role="dialog"', 'role="dialog" aria-label="' ~ lang.t("search") ~ '"') %}{% include "theme/partials/search.html" %}{% endfilter %}{% endif %}{% endset -%}
{#- Its arrow is a sign of the style sheet. -#}
{%- set top %}{% if "navigation.top" in features %}{% include "theme/partials/top.html" %}{% endif %}{% endset -%}
{%- set top %}{% for part in top.split("<svg") %}{{ part if loop.first else part.split("</svg>", 1)[1] }}{% endfor %}{% endset -%}
{%- set menu %}{% include ".icons/" ~ (config.theme.icon.menu or "material/menu") ~ ".svg" %}{% endset -%}
{%- set seek %}{% include ".icons/" ~ (config.theme.icon.search or "material/magnify") ~ ".svg" %}{% endset -%}
{%- set plain = ("\\u003c", "<"), ("\\u003e", ">"), ("\\u0027", "'"), ("\\u0026", "&") -%}
{%- macro said(html) %}{% set text = namespace(is=html.split() | join(" ") | tojson) %}{% for hidden, sign in plain %}{% set text.is = text.is | replace(hidden, sign) %}{% endfor %}{{ text.is }}{% endmacro -%}
(function () {
  "use strict"
  var self = document.currentScript, told = {{ settings }}, place = document.createElement("script")
  document.querySelector(".md-header__title").insertAdjacentHTML("afterend", {{ said(palette) }})
  self.insertAdjacentHTML("beforebegin", {{ said(search) }})
  document.querySelectorAll(".md-header__button:empty").forEach(function (label) { label.innerHTML = label.htmlFor === "__drawer" ? {{ said(menu) }} : {{ said(seek) }} })
  /* The name of the page, which comes into the head when the page is rolled. */
  var names = document.querySelector(".md-header__ellipsis"), title = document.querySelector('meta[property="og:title"]')
  if (title && names.children.length === 1) {
    var topic = names.firstElementChild.cloneNode(true)
    topic.dataset.mdComponent = "header-topic"
    topic.firstElementChild.textContent = title.content
    names.append(topic)
  }
  /* The theme reads addresses as relative to the page; here they are relative to this file. */
  ;["base", "search"].forEach(function (key) { told[key] = new URL(told[key], self.src).href })
  place.id = "__config"
  place.type = "application/json"
  place.textContent = JSON.stringify(told)
  document.head.append(place)

  /* What stands hidden in a page until a script shows it. `page.js` asks for it at the end of the page, before the theme looks. */
  window.workshopRest = function () {
    var content = document.querySelector(".md-content"), main = document.querySelector(".md-main"), frame = document.querySelector(".md-container")
    if (!document.querySelector(".md-sidebar--primary")) content.insertAdjacentHTML("beforebegin", '<div class="md-sidebar md-sidebar--primary" data-md-component="sidebar" data-md-type="navigation" hidden><div class="md-sidebar__scrollwrap"><div class="md-sidebar__inner"></div></div></div>')
    main.insertAdjacentHTML("beforeend", {{ said(top) }})
    if (!document.querySelector(".md-dialog")) frame.insertAdjacentHTML("afterend", '<div class="md-dialog" data-md-component="dialog"><div class="md-dialog__inner md-typeset"></div></div>')
  }

  /* The drawer: first what the page knows, the names of the sections; then everything in the section of the page. */
  function element(name, kind, more) {
    var made = document.createElement(name)
    if (kind) made.className = kind
    for (var key in more) made.setAttribute(key, more[key])
    return made
  }
  function link(title, address, kind) {
    var made = element("a", "md-nav__link" + (kind || ""), { href: address }), words = element("span", "md-ellipsis")
    words.textContent = title
    made.append(words)
    return made
  }
  function whole(address) { return address.split(/[?#]/)[0].replace(/\/index\.html$/, "/") }
  function item(one, root, path, level) {
    var here = whole(location.href), address = new URL(one[1], root).href, rows = one[2] || []
    var active = whole(address) === here, made = element("li", "md-nav__item" + (active ? " md-nav__item--active" : ""))
    if (!rows.length) made.append(link(one[0], address, active ? " md-nav__link--active" : ""))
    else if (holds(one, root, here)) nested(made, one, root, path, level, address, active)
    else {
      var lead = link(one[0], address)
      lead.append(element("span", "md-nav__icon md-icon"))
      made.className += " md-nav__item--pruned md-nav__item--nested"
      made.append(lead)
    }
    return made
  }
  function holds(one, root, here) {
    return whole(new URL(one[1], root).href) === here || (one[2] || []).some(function (inner) { return holds(inner, root, here) })
  }
  function nested(made, one, root, path, level, address, active) {
    var box = element("div", "md-nav__link md-nav__container"), list = element("ul", "md-nav__list", { "data-md-scrollfix": "" })
    var toggle = element("input", "md-nav__toggle md-toggle", { type: "checkbox", id: path }), back = element("label", "md-nav__title", { "for": path })
    var inner = element("nav", "md-nav", { "data-md-level": level, "aria-label": one[0], "aria-expanded": "true" }), open = element("label", "md-nav__link", { "for": path, tabindex: "0" })
    toggle.checked = true
    back.append(element("span", "md-nav__icon md-icon"), one[0])
    open.append(element("span", "md-nav__icon md-icon"))
    box.append(link(one[0], address, active ? " md-nav__link--active" : ""), open)
    one[2].forEach(function (row, place) { list.append(item(row, root, path + "_" + place, level + 1)) })
    inner.append(back, list)
    made.className = "md-nav__item md-nav__item--active md-nav__item--nested" + (level === 1 ? " md-nav__item--section" : "")
    made.append(toggle, box, inner)
  }
  function drawer() {
    var room = document.querySelector(".md-sidebar--primary .md-sidebar__inner"), logo = document.querySelector(".md-header .md-logo")
    if (!room || room.firstElementChild) return
    var all = element("nav", "md-nav md-nav--primary" + (told.features.indexOf("navigation.tabs") < 0 ? "" : " md-nav--lifted"), { "aria-label": {{ lang.t("nav") | tojson }}, "data-md-level": 0 })
    var name = element("label", "md-nav__title", { "for": "__drawer" }), list = element("ul", "md-nav__list", { "data-md-scrollfix": "" }), mark = logo.cloneNode(true)
    mark.className = "md-nav__button md-logo"
    name.append(mark, {{ config.site_name | tojson }})
    document.querySelectorAll(".md-tabs__link").forEach(function (tab) {
      var row = element("li", "md-nav__item")
      row.append(link(tab.textContent.trim(), tab.href))
      list.append(row)
    })
    all.append(name, list)
    room.append(all)
    var more = document.createElement("script")
    more.src = new URL("nav.js", self.src).href
    more.addEventListener("load", function () {
      var root = new URL("../../", self.src)
      list.replaceChildren.apply(list, workshopNav.map(function (one, place) { return item(one, root, "__nav_" + (place + 1), 1) }))
    })
    document.head.append(more)
  }
  document.addEventListener("change", function (event) { if (event.target.id === "__drawer") drawer() })
  document.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && event.target.matches(".md-sidebar--primary label[tabindex]")) event.target.click()
  })
})()
{% if palette %}{% set scheme %}{% include "theme/partials/javascripts/palette.html" %}{% endset %}
{{- scheme.split("<script>")[1].split("</script>")[0] }}
{% endif %}