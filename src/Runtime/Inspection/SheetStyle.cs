namespace TrainSdk.Inspection;

/// <summary>How the contact sheet looks, by day and by night.</summary>
internal static class SheetStyle
{
    public const string Css = """
        :root {
          color-scheme: light dark;
          --ink: #1c1d1f; --faint: #63676d; --ground: #fbfbfa; --line: #dcdddb; --bar: #5b8def; --warn: #9a3412; --warnground: #fff3ea;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ink: #e7e7e4; --faint: #9a9ea5; --ground: #17181a; --line: #34363a; --bar: #4c7bd9; --warn: #fdba8c; --warnground: #33231a;
          }
        }
        body {
          margin: 2rem auto; max-width: 76rem; padding: 0 1.5rem;
          background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif;
        }
        h1 { font-size: 1.5rem; margin: 0; }
        h2 { font-size: 1.1rem; margin: 2.2rem 0 .6rem; }
        h3 { font-size: .95rem; margin: 1.2rem 0 .4rem; }
        p { margin: .3rem 0; }
        .faint { color: var(--faint); }
        .warnings {
          background: var(--warnground); color: var(--warn); border-left: 3px solid var(--warn); padding: .6rem 1.6rem; margin: 1.2rem 0;
        }
        .warnings ul { margin: 0; padding: 0; }
        .warnings li { margin: .2rem 0; overflow-wrap: anywhere; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
        th, td { text-align: right; padding: .2rem .8rem .2rem 0; border-bottom: 1px solid var(--line); white-space: nowrap; }
        th { font-weight: 600; color: var(--faint); }
        th:first-child, td:first-child { text-align: left; }
        td.bar { width: 18rem; }
        td.bar div { height: .7rem; background: var(--bar); border-radius: 2px; }
        .samples { display: flex; flex-wrap: wrap; gap: .7rem 1rem; }
        figure { margin: 0; }
        figcaption {
          font-size: .75rem; color: var(--faint); max-width: 20rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
        }
        img {
          width: 72px; height: 72px; object-fit: contain; image-rendering: pixelated;
          border: 1px solid var(--line); background: #808080; vertical-align: top;
        }
        img.given { border: 2px solid var(--ink); margin-right: 3px; }
        ol { column-width: 14rem; padding-left: 1.6rem; }
        ol li { overflow-wrap: anywhere; }

        """;
}
