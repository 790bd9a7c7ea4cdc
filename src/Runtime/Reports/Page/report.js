'use strict';
(() => {
  const charts = JSON.parse(document.getElementById('charts').textContent);
  const places = [...document.querySelectorAll('[data-chart]')];
  const dash = [6, 4];
  const colours = 8;
  let plots = [];

  const css = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const height = () => window.innerWidth < 576 ? 200 : 240;

  function number(value) {
    if (value == null) return '';
    const size = Math.abs(value);
    return value !== 0 && (size < 1e-3 || size >= 1e6) ? String(Number(value.toPrecision(3)).toExponential()) : String(Number(value.toPrecision(5)));
  }

  function place(chart, value) {
    if (value == null) return '';
    return chart.stepsPerEpoch ? `${number(value)} (step ${Math.round(value * chart.stepsPerEpoch)})` : number(value);
  }

  // Many curves of one kind go from the first colour to the last; few have colours that are easy to tell apart.
  function colour(series, count) {
    return series.colour < colours && count <= colours ? css(`c${series.colour}`) : `hsl(${200 + 300 * series.colour / count} 65% 52%)`;
  }

  const faded = colour => colour.startsWith('#') ? `${colour}38` : colour.replace(')', ' / 0.22)');

  // On a logarithmic axis there is no place for 0 and below.
  function values(chart, numbers) {
    return chart.log ? numbers.map(each => each > 0 ? each : null) : numbers;
  }

  function range(chart) {
    return (plot, min, max) => {
      const levels = chart.levels.map(level => level.at).filter(at => !chart.log || at > 0);
      const low = Math.min(min ?? Infinity, ...levels);
      const high = Math.max(max ?? -Infinity, ...levels);
      if (!Number.isFinite(low)) return chart.log ? [0.1, 1] : [0, 1];
      return chart.log ? uPlot.rangeLog(low, high, 10, false) : uPlot.rangeNum(low, high, 0.1, true);
    };
  }

  function marks(chart) {
    return plot => {
      const { ctx, bbox } = plot;
      ctx.save();
      ctx.strokeStyle = ctx.fillStyle = css('mark');
      ctx.font = `${11 * devicePixelRatio}px system-ui, sans-serif`;
      ctx.setLineDash([2 * devicePixelRatio, 3 * devicePixelRatio]);
      for (const [row, { at, text }] of chart.moments.entries()) {
        const x = plot.valToPos(at, 'x', true);
        if (x < bbox.left || x > bbox.left + bbox.width) continue;
        const isRight = x > bbox.left + bbox.width / 2;
        line(ctx, x, bbox.top, x, bbox.top + bbox.height);
        ctx.textAlign = isRight ? 'right' : 'left';
        ctx.fillText(text, x + (isRight ? -4 : 4) * devicePixelRatio, bbox.top + 12 * (1 + row % 3) * devicePixelRatio);
      }
      for (const { at, text } of chart.levels) {
        const y = plot.valToPos(at, 'y', true);
        if (y < bbox.top || y > bbox.top + bbox.height) continue;
        line(ctx, bbox.left, y, bbox.left + bbox.width, y);
        ctx.textAlign = 'left';
        ctx.fillText(text, bbox.left + 4 * devicePixelRatio, y - 4 * devicePixelRatio);
      }
      if (chart.diagonal) {
        const at = value => [plot.valToPos(value, 'x', true), plot.valToPos(value, 'y', true)];
        const { x, y } = plot.scales;
        line(ctx, ...at(Math.max(x.min, y.min)), ...at(Math.min(x.max, y.max)));
      }
      ctx.restore();
    };
  }

  function line(ctx, fromX, fromY, toX, toY) {
    ctx.beginPath();
    ctx.moveTo(fromX, fromY);
    ctx.lineTo(toX, toY);
    ctx.stroke();
  }

  function axis(values) {
    return { stroke: css('faint'), grid: { stroke: css('line'), width: 1 }, ticks: { stroke: css('line'), width: 1 }, font: '11px system-ui, sans-serif', ...values };
  }

  function options(chart, width) {
    const series = [{ label: chart.unit, value: (_, value) => place(chart, value) }];
    const bands = [];
    for (const each of chart.series) {
      const stroke = colour(each, chart.series.length);
      const points = chart.points ? { show: true, size: 4, fill: stroke, stroke } : { show: each.x.length === 1, size: 6 };
      series.push({
        label: each.name, stroke, width: 1.75, dash: each.dashed ? dash : undefined, points,
        paths: chart.points ? () => null : undefined, value: (_, value) => number(value),
      });
      if (each.low) {
        const hidden = { class: 'bound', stroke: 'transparent', width: 0, points: { show: false } };
        series.push({ ...hidden, label: 'lowest' }, { ...hidden, label: 'highest' });
        bands.push({ series: [series.length - 1, series.length - 2], fill: faded(stroke) });
      }
    }
    const isAlong = chart.unit === 'epoch' || chart.unit === 'step';
    return {
      width, height: height(), series, bands,
      scales: { x: { time: false }, y: { distr: chart.log ? 3 : 1, range: range(chart) } },
      axes: [
        axis({ values: (_, splits) => splits.map(number), size: 34, label: chart.unit, labelSize: 16, labelFont: '11px system-ui, sans-serif' }),
        axis({ values: (_, splits) => splits.map(number), size: 58 }),
      ],
      cursor: { sync: isAlong ? { key: chart.unit } : undefined },
      hooks: { draw: [marks(chart)] },
    };
  }

  function data(chart) {
    const tables = chart.series.map(each => [each.x, ...[each.y, each.low, each.high].filter(Boolean).map(numbers => values(chart, numbers))]);
    return tables.length === 1 ? tables[0] : uPlot.join(tables);
  }

  function draw() {
    plots.forEach(plot => plot.destroy());
    plots = places.map(each => {
      const chart = charts[Number(each.dataset.chart)];
      return new uPlot(options(chart, each.clientWidth), data(chart), each);
    });
  }

  function fit() {
    plots.forEach((plot, at) => {
      const width = places[at].clientWidth;
      if (width > 0 && width !== plot.width) plot.setSize({ width, height: height() });
    });
  }

  // Of a run that is going the file is written anew; nobody who reads a table is disturbed.
  function reload() {
    const box = document.getElementById('reload');
    setInterval(() => {
      if (box.checked && document.visibilityState === 'visible' && !document.querySelector('details[open]')) location.reload();
    }, 10000);
  }

  draw();
  window.addEventListener('resize', fit);
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  if (document.body.hasAttribute('data-going')) reload();
})();
