//! How the page looks: wide and narrow, light and dark, on screen and on paper.

/// The styles of the page. A level is told by its word and by its dots besides its colour.
pub(super) const STYLE: &str = "
:root { color-scheme: light dark; --ground: #ffffff; --raised: #f6f8fa; --line: #d0d7de; --text: #1f2328;
  --quiet: #57606a; --critical: #b3142a; --high: #b4480a; --medium: #8a6100; --low: #1f6fb2; --none: #6e7781;
  --critical-wash: #fdeaec; --high-wash: #fdf0e6; --medium-wash: #fbf4dc; --low-wash: #e8f2fb; --none-wash: #f0f2f4;
  --allow: #1a7f37; --allow-wash: #e6f6ea; }
@media (prefers-color-scheme: dark) { :root { --ground: #0d1117; --raised: #161b22; --line: #3d444d; --text: #e6edf3;
  --quiet: #9da7b1; --critical: #ff8a94; --high: #ffa25c; --medium: #e8c14a; --low: #79b8ff; --none: #9da7b1;
  --critical-wash: #3a1519; --high-wash: #35200f; --medium-wash: #2e270c; --low-wash: #11263d; --none-wash: #1c2128;
  --allow: #56d364; --allow-wash: #10291a; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 15px/1.5 system-ui, -apple-system, 'Segoe UI',
  'Liberation Sans', sans-serif; -webkit-text-size-adjust: 100%; }
main { max-width: 1080px; margin: 0 auto; padding: 24px 20px 64px; }
h1, h2, h3, p, ul, ol, dl, dd { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h2 { font-size: 19px; margin: 40px 0 12px; }
code { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace; font-size: .9em;
  overflow-wrap: anywhere; unicode-bidi: isolate; }
.quiet { color: var(--quiet); }
.small { font-size: 13px; }
.wide { overflow-wrap: anywhere; }
.critical { --level: var(--critical); --wash: var(--critical-wash); }
.high { --level: var(--high); --wash: var(--high-wash); }
.medium { --level: var(--medium); --wash: var(--medium-wash); }
.low { --level: var(--low); --wash: var(--low-wash); }
.none { --level: var(--none); --wash: var(--none-wash); }
.allow { --level: var(--allow); --wash: var(--allow-wash); }
.level { color: var(--level); font-weight: 600; white-space: nowrap; }
.dots { letter-spacing: 1px; font-size: .8em; }
.verdict { display: flex; gap: 18px; align-items: center; padding: 20px 22px; border: 1px solid var(--level);
  border-left-width: 8px; border-radius: 10px; background: var(--wash); }
.verdict svg { flex: none; width: 52px; height: 52px; fill: none; stroke: var(--level); stroke-width: 4;
  stroke-linecap: round; stroke-linejoin: round; }
.verdict h1 { font-size: 26px; line-height: 1.2; color: var(--level); letter-spacing: .02em; }
.verdict p { font-size: 17px; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: 8px 24px; margin: 16px 2px 0; }
.facts dt { font-size: 12px; color: var(--quiet); }
.facts dd { overflow-wrap: anywhere; }
.facts div:last-child { grid-column: span 2; }
.demands li { display: grid; grid-template-columns: 92px 1fr; gap: 4px 14px; padding: 12px 0;
  border-top: 1px solid var(--line); }
.demands li:last-child { border-bottom: 1px solid var(--line); }
.demands .state { font-weight: 600; }
.tiles { display: grid; grid-template-columns: repeat(5, 1fr); gap: 10px; }
.tile { border: 1px solid var(--line); border-top: 4px solid var(--level); border-radius: 8px; padding: 10px 12px; }
.tile b { display: block; font-size: 26px; line-height: 1.1; font-variant-numeric: tabular-nums; }
.tile.zero b { color: var(--quiet); font-weight: 400; }
.share { display: flex; height: 10px; border-radius: 5px; overflow: hidden; gap: 2px; background: var(--line); }
.share i { background: var(--level); min-width: 3px; }
.tiles + .share { margin-top: 12px; }
.change { border: 1px solid var(--line); border-left: 6px solid var(--level); border-radius: 8px; margin: 12px 0;
  padding: 14px 16px; background: var(--raised); content-visibility: auto; contain-intrinsic-size: auto 160px; }
.change.prohibited { border-color: var(--level); }
.change h3 { font-size: 16px; overflow-wrap: anywhere; }
.change header { display: flex; flex-wrap: wrap; gap: 2px 14px; align-items: baseline; }
.change p, .change details { margin-top: 8px; }
.tag { display: inline-block; border: 1px solid var(--level); color: var(--level); border-radius: 4px; padding: 0 6px;
  font-size: 12px; font-weight: 600; white-space: nowrap; }
.instead { border-left: 3px solid var(--line); padding-left: 12px; }
.lines { margin-top: 8px; padding: 10px 12px; border-radius: 6px; background: var(--ground); border: 1px solid var(--line);
  font-size: 13px; }
.lines li { overflow-wrap: anywhere; padding-left: 1.4em; text-indent: -1.4em; }
pre { margin: 8px 0 0; padding: 10px 12px; border-radius: 6px; background: var(--ground); border: 1px solid var(--line);
  white-space: pre-wrap; overflow-wrap: anywhere; }
summary { cursor: pointer; }
summary::marker { color: var(--quiet); }
.more li { display: grid; grid-template-columns: 118px 1fr; gap: 2px 12px; padding: 7px 0; border-top: 1px solid var(--line);
  content-visibility: auto; contain-intrinsic-size: auto 40px; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; padding: 16px; }
.scroll svg { display: block; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; font-variant-numeric: tabular-nums; }
th { font-weight: 600; font-size: 13px; text-align: left; }
thead th { padding: 4px 6px 8px; text-align: center; }
thead th:first-child { width: 24%; }
tbody th { padding: 4px 10px 4px 0; white-space: nowrap; }
tbody td { text-align: center; padding: 3px; }
td span { display: block; border-radius: 5px; padding: 5px 2px; background: var(--wash); color: var(--level); font-weight: 600; }
td.empty { color: var(--line); }
td.sum { color: var(--quiet); }
.tree ul { margin-left: 9px; padding-left: 14px; border-left: 1px solid var(--line); }
.tree summary, .tree .leaf { padding: 4px 0; }
.tree summary { overflow-wrap: anywhere; }
.tree .share { display: inline-flex; width: 84px; height: 8px; vertical-align: middle; margin-right: 8px; }
.tree .leaf { display: grid; grid-template-columns: 118px 1fr; gap: 0 12px; }
.tree .leaf .small { grid-column: 2; }
@media (min-width: 1140px) {
  .scroll { position: relative; left: 50%; width: fit-content; min-width: 100%; max-width: calc(100vw - 60px);
    transform: translateX(-50%); }
}
footer { margin-top: 48px; }
@media (max-width: 640px) {
  main { padding: 14px 14px 40px; }
  .verdict { padding: 14px; gap: 12px; } .verdict svg { width: 38px; height: 38px; }
  .verdict h1 { font-size: 21px; } .verdict p { font-size: 15px; }
  .tiles { grid-template-columns: repeat(5, minmax(0, 1fr)); gap: 6px; } .tile { padding: 8px 6px; }
  .tile b { font-size: 20px; } .tile .level { font-size: 12px; } .tile .dots { display: none; }
  .facts { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .demands li { grid-template-columns: 1fr; }
  .more li, .tree .leaf { grid-template-columns: 1fr; } .tree .leaf .small { grid-column: 1; }
  thead th { font-size: 11px; padding: 4px 1px 8px; } thead th:first-child { width: 27%; } tbody th { font-size: 12px; padding-right: 6px; }
  .scroll { padding: 10px; }
}
@media print { .change { break-inside: avoid; content-visibility: visible; } main { max-width: none; } }
";
