// What stands around the documents of an HTML page. Self-contained: no address is loaded, no font, no picture.
#pragma once

#include <string_view>

namespace sayso::formats {

inline constexpr std::string_view kPageBegin = R"html(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="sayso">
<title>Who said what</title>
<style>
:root {
  color-scheme: light dark;
  --paper: #faf9f6; --card: #fff; --ink: #1f1e1c; --soft: #66625b; --line: #e2ded6; --lit: #1f1e1c;
  --direct: #d3ecd9; --direct-edge: #2c7a45; --mixed: #fbe6b8; --mixed-edge: #8f6000;
  --indirect: #d8e5fa; --indirect-edge: #2a5fb0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #151619; --card: #1c1e22; --ink: #e9e6e0; --soft: #a5a198; --line: #30333a; --lit: #f3efe6;
    --direct: #1d4229; --direct-edge: #74cf90; --mixed: #4b3a10; --mixed-edge: #e3b552;
    --indirect: #1e3557; --indirect-edge: #8ab4f4;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 4rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
a { color: inherit; }
.legend { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; align-items: baseline;
  padding: .6rem 1.5rem; background: var(--card); border-bottom: 1px solid var(--line); font-size: 13px; color: var(--soft); }
.legend b { color: var(--ink); margin-right: .3rem; }
.legend span { color: var(--ink); }
article { max-width: 84rem; margin: 0 auto; padding: 2rem 1.5rem 3rem; border-bottom: 1px solid var(--line); }
article:last-of-type { border-bottom: 0; }
h1 { margin: 0 0 .2rem; font: 600 1.75rem/1.25 Georgia, "Liberation Serif", "DejaVu Serif", serif; overflow-wrap: anywhere; }
.facts { margin: 0 0 1.5rem; color: var(--soft); font-size: 14px; overflow-wrap: anywhere; }
.columns { display: grid; gap: 2.5rem; grid-template-columns: minmax(0, 1fr); }
@media (min-width: 62rem) {
  .columns { grid-template-columns: minmax(0, 7fr) minmax(0, 6fr); }
  .side { position: sticky; top: 3.5rem; align-self: start; max-height: calc(100vh - 4.5rem); overflow: auto; }
}
.text { font: 17px/1.75 Georgia, "Liberation Serif", "DejaVu Serif", serif; white-space: pre-wrap; overflow-wrap: anywhere; max-width: 44rem; }
.content { padding: .08em 0; border-bottom: 2px solid; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.direct { background: var(--direct); border-bottom-color: var(--direct-edge); }
.mixed { background: var(--mixed); border-bottom: 2px dashed var(--mixed-edge); }
.indirect { background: var(--indirect); border-bottom: 2px dotted var(--indirect-edge); }
.source { font-weight: 700; }
.cue { font-style: italic; }
.addressee, .via, .channel, .day { text-decoration: underline dotted 1px var(--soft); text-underline-offset: .25em; }
.no { font: 600 10px/1 system-ui, "DejaVu Sans", sans-serif; vertical-align: super; padding: 0 .2em 0 0; color: var(--soft);
  text-decoration: none; user-select: none; }
table { width: 100%; border-collapse: collapse; background: var(--card); border: 1px solid var(--line); font-size: 14px; }
caption { text-align: left; padding: 0 0 .5rem; color: var(--soft); font-size: 13px; }
th, td { padding: .5rem .65rem; text-align: left; vertical-align: top; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
th { border-top: 0; font-size: 12px; font-weight: 600; color: var(--soft); }
td:first-child, th:first-child { width: 3.2rem; white-space: nowrap; overflow-wrap: normal; font-variant-numeric: tabular-nums; }
td:nth-child(2) { width: 32%; }
.who { font-weight: 600; }
.small { color: var(--soft); font-size: 12.5px; }
.words { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
tr.lit .words { -webkit-line-clamp: none; }
.kind { display: inline-block; padding: 0 .4em; border-radius: 3px; color: var(--ink); }
.nested td:nth-child(3) { padding-left: 1.6rem; }
.lit:not(tr) { outline: 2px solid var(--lit); outline-offset: -1px; border-radius: 2px; }
tr.lit, tr:target { background: color-mix(in srgb, var(--soft) 14%, transparent); }
.doubts { color: var(--soft); font-size: 13px; padding-left: 1.2rem; }
@media print { .legend, .side { position: static; max-height: none; } .words { -webkit-line-clamp: none; } }
</style>
</head>
<body>
<header class="legend"><b>Who said what</b>
<span class="content direct">direct, word for word</span>
<span class="content mixed">mixed</span>
<span class="content indirect">indirect</span>
<span class="source">source</span>
<span class="cue">cue</span>
<span class="via">addressee, relay, channel, day</span>
</header>
)html";

// Pointing at a part of a statement lights up its other parts and its row.
inline constexpr std::string_view kPageEnd = R"html(<script>
(() => {
  let lit = [];
  const light = (event) => {
    const part = event.target.closest && event.target.closest("[data-s]");
    const found = part
      ? part.closest("article").querySelectorAll('[data-s~="' + part.dataset.s.split(" ")[0] + '"]') : [];
    lit.forEach((e) => e.classList.remove("lit"));
    found.forEach((e) => e.classList.add("lit"));
    lit = [...found];
  };
  document.addEventListener("mouseover", light);
  document.addEventListener("focusin", light);
})();
</script>
</body>
</html>
)html";

}  // namespace sayso::formats
