"use strict";
(() => {
  const series = DATA.series, report = DATA.report, time = series.t_s, count = time.length;
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const byId = id => document.getElementById(id);
  const modeColours = () => [css("--local"), css("--hybrid"), css("--edge")];
  const phases = [
    ["poll_ms", "poll", "#4e79a7"], ["observe_ms", "observe", "#a0cbe8"], ["predict_ms", "predict", "#8cd17d"],
    ["decide_ms", "decide", "#59a14f"], ["request_ms", "request", "#b6992d"], ["begin_ms", "begin", "#f1ce63"],
    ["draw_ms", "draw", "#e15759"], ["submit_ms", "submit", "#b07aa1"], ["end_ms", "end", "#9c755f"]];
  let from = 0, to = Math.max(1, count);
  const plots = [];
  const number = (value, digits = 2) => value === null || value === undefined ? "-" :
    Number(value).toLocaleString("en", { maximumFractionDigits: digits });

  function lead() {
    const inputs = report.inputs;
    byId("subtitle").textContent = [inputs.scene, inputs.motion ?? inputs.headset, inputs.policy].join(" · ");
    byId("lead").textContent =
      `${count} frames at ${inputs.size} · ${report.machine.processor}, ${report.machine.cores} cores · ${report.machine.gl_renderer}`;
    const results = report.results;
    const tiles = [
      [number(results.busy_ms_p50) + " ms", "busy time, median"], [number(results.busy_ms_p99) + " ms", "busy time, p99"],
      [number(results.interval_ms_p50) + " ms", "frame interval, median"], [number(results.coverage_last, 3), "coverage at the end"],
      [number(results.received_mib, 1) + " MiB", "received"], [number(results.frames_missed, 0), "frames missed"],
      [number(results.frames_missed_by_network, 0), "missed by the network"]];
    byId("tiles").innerHTML = tiles.map(t => `<div class="tile"><b>${t[0]}</b><span>${t[1]}</span></div>`).join("");
    byId("targets").innerHTML = "<tr><th>target</th><th>value</th><th></th><th>limit</th><th></th></tr>" +
      report.targets.map(t => `<tr><td>${t.name}</td><td>${number(t.value, 4)}</td><td>${t.op}</td><td>${number(t.limit, 4)}</td>` +
        `<td class="${t.holds ? "holds" : "fails"}">${t.holds ? "holds" : "does not hold"}</td></tr>`).join("");
    if (!report.targets.length) byId("targets").remove();
    byId("all").textContent = JSON.stringify({ machine: report.machine, inputs: report.inputs, results: report.results }, null, 2);
    byId("legend-decision").innerHTML = DATA.modes.map((m, i) => `<i style="background:${modeColours()[i]}"></i>${m}`).join("");
  }

  function plot(id, height, draw, describe, isTimeline = true) {
    const box = byId(id), canvas = document.createElement("canvas");
    box.append(canvas);
    const p = { canvas, height, draw, isTimeline };
    plots.push(p);
    let start = null;
    const rowAt = event => {
      const r = canvas.getBoundingClientRect();
      const share = Math.min(1, Math.max(0, (event.clientX - r.left - 62) / (r.width - 70)));
      return isTimeline ? Math.min(count - 1, Math.floor(from + share * (to - from))) : share;
    };
    canvas.addEventListener("mousemove", event => {
      const tip = byId("tip"), row = rowAt(event);
      tip.textContent = describe(row);
      tip.style.display = "block";
      tip.style.left = Math.min(innerWidth - 240, event.clientX + 14) + "px";
      tip.style.top = event.clientY + 14 + "px";
    });
    canvas.addEventListener("mouseleave", () => byId("tip").style.display = "none");
    if (!isTimeline) return;
    canvas.addEventListener("mousedown", event => start = rowAt(event));
    canvas.addEventListener("mouseup", event => {
      const end = rowAt(event);
      if (start !== null && Math.abs(end - start) > 3) { from = Math.min(start, end); to = Math.max(start, end) + 1; render(); }
      start = null;
    });
    canvas.addEventListener("dblclick", () => { from = 0; to = Math.max(1, count); render(); });
  }

  function render() {
    for (const p of plots) {
      const ratio = devicePixelRatio || 1, width = p.canvas.parentElement.clientWidth;
      p.canvas.width = width * ratio; p.canvas.height = p.height * ratio; p.canvas.style.height = p.height + "px";
      const g = p.canvas.getContext("2d");
      g.scale(ratio, ratio); g.font = "11px system-ui, sans-serif";
      p.draw(g, { x: 62, y: 6, w: width - 70, h: p.height - 26 });
    }
  }

  function axes(g, r, top, unit, isTimeline = true) {
    g.strokeStyle = css("--line"); g.fillStyle = css("--soft"); g.lineWidth = 1; g.textAlign = "right"; g.textBaseline = "middle";
    const step = nice(top / 4);
    for (let v = 0; v <= top * 1.0001; v += step) {
      const y = r.y + r.h - v / top * r.h;
      g.beginPath(); g.moveTo(r.x, y); g.lineTo(r.x + r.w, y); g.stroke();
      g.fillText(number(v) + (v + step > top ? " " + unit : ""), r.x - 5, y);
    }
    if (!isTimeline) return;
    g.textAlign = "center"; g.textBaseline = "top";
    for (let i = 0; i <= 8; i++) {
      const row = Math.min(count - 1, Math.floor(from + (to - 1 - from) * i / 8));
      g.fillText(number(time[row], 1) + " s", r.x + r.w * i / 8, r.y + r.h + 5);
    }
  }

  function nice(step) {
    const power = 10 ** Math.floor(Math.log10(step || 1)), ratio = step / power;
    return power * (ratio > 5 ? 10 : ratio > 2 ? 5 : ratio > 1 ? 2 : 1);
  }

  const columnsOf = r => Math.max(1, Math.min(to - from, Math.floor(r.w)));
  function eachColumn(r, body) {
    const n = columnsOf(r);
    for (let i = 0; i < n; i++) {
      const a = Math.floor(from + (to - from) * i / n), b = Math.max(a + 1, Math.floor(from + (to - from) * (i + 1) / n));
      body(r.x + r.w * i / n, r.w / n + .6, a, Math.min(b, count));
    }
  }

  function line(g, r, key, top, colour) {
    g.strokeStyle = colour; g.lineWidth = 1.5; g.beginPath();
    let isFirst = true;
    eachColumn(r, (x, w, a, b) => {
      let sum = 0, n = 0;
      for (let i = a; i < b; i++) if (series[key][i] !== null) { sum += series[key][i]; n++; }
      if (!n) { isFirst = true; return; }
      const y = r.y + r.h - Math.min(1, sum / n / top) * r.h;
      if (isFirst) g.moveTo(x + w / 2, y); else g.lineTo(x + w / 2, y);
      isFirst = false;
    });
    g.stroke();
  }

  function legend(g, r, entries) {
    g.textAlign = "right"; g.textBaseline = "middle";
    let x = r.x + r.w - 4;
    for (const [name, colour] of entries.slice().reverse()) {
      g.fillStyle = css("--ink"); g.fillText(name, x, r.y + 8); x -= g.measureText(name).width + 5;
      g.fillStyle = colour; g.fillRect(x - 9, r.y + 4, 9, 9); x -= 18;
    }
  }

  const highest = (key, least) => {
    const sorted = series[key].slice(from, to).filter(v => v !== null).sort((a, b) => a - b);
    return Math.max(least, (sorted[Math.floor(sorted.length * .995)] || 0) * 1.15);
  };

  function drawFrames(g, r) {
    const period = report.inputs.period_ms, top = highest("busy_ms", period * 1.3);
    axes(g, r, top, "ms");
    eachColumn(r, (x, w, a, b) => {
      let worst = a;
      for (let i = a; i < b; i++) if (series.busy_ms[i] > series.busy_ms[worst]) worst = i;
      let y = r.y + r.h;
      for (const [key, , colour] of phases) {
        const h = Math.min(y - r.y, series[key][worst] / top * r.h);
        g.fillStyle = colour; g.fillRect(x, y - h, w, h); y -= h;
      }
      for (let i = a; i < b; i++) if (series.missed_by_network[i]) { g.fillStyle = css("--warn"); g.fillRect(x, r.y + r.h + 1, w, 3); }
    });
    const y = r.y + r.h - period / top * r.h;
    g.strokeStyle = css("--ink"); g.setLineDash([4, 4]); g.beginPath(); g.moveTo(r.x, y); g.lineTo(r.x + r.w, y); g.stroke(); g.setLineDash([]);
    legend(g, r, phases.map(p => [p[1], p[2]]));
  }

  function drawDecision(g, r) {
    const colours = modeColours();
    eachColumn(r, (x, w, a) => { g.fillStyle = colours[series.mode[a]]; g.fillRect(x, r.y, w, r.h - 8); });
    eachColumn(r, (x, w, a) => { g.fillStyle = series.link_up[a] ? css("--edge") : css("--warn"); g.fillRect(x, r.y + r.h - 6, w, 3); });
    g.fillStyle = css("--soft"); g.textAlign = "right"; g.textBaseline = "middle";
    g.fillText("mode", r.x - 5, r.y + r.h / 2 - 4); g.fillText("link", r.x - 5, r.y + r.h - 4);
    g.textAlign = "center"; g.textBaseline = "top";
    for (let i = 0; i <= 8; i++) {
      const row = Math.min(count - 1, Math.floor(from + (to - 1 - from) * i / 8));
      g.fillText(number(time[row], 1) + " s", r.x + r.w * i / 8, r.y + r.h + 5);
    }
  }

  function drawCoverage(g, r) {
    axes(g, r, 1, "");
    line(g, r, "near_coverage", 1, css("--hybrid")); line(g, r, "far_coverage", 1, css("--edge")); line(g, r, "coverage", 1, css("--ink"));
    legend(g, r, [["near", css("--hybrid")], ["far", css("--edge")], ["used", css("--ink")]]);
  }

  function drawBytes(g, r) {
    const top = Math.max(.1, series.received_mib[count - 1] * 1.1);
    axes(g, r, top, "MiB"); line(g, r, "received_mib", top, css("--accent"));
  }

  function drawLatency(g, r) {
    const top = Math.max(highest("pose_age_ms", 5), highest("rtt_ms", 5));
    axes(g, r, top, "ms"); line(g, r, "rtt_ms", top, css("--accent")); line(g, r, "pose_age_ms", top, css("--local"));
    legend(g, r, [["round trip", css("--accent")], ["pose age", css("--local")]]);
  }

  const sorted = series.busy_ms.slice().sort((a, b) => a - b);
  function drawSorted(g, r) {
    const top = (sorted[count - 1] || 1) * 1.05;
    axes(g, r, top, "ms", false);
    g.strokeStyle = css("--accent"); g.lineWidth = 1.5; g.beginPath();
    sorted.forEach((v, i) => { const x = r.x + r.w * i / Math.max(1, count - 1), y = r.y + r.h - v / top * r.h; if (i) g.lineTo(x, y); else g.moveTo(x, y); });
    g.stroke();
    g.fillStyle = css("--soft"); g.textBaseline = "top"; g.textAlign = "center";
    for (const share of [0, .25, .5, .75, .9, .99]) g.fillText("p" + share * 100, r.x + r.w * share, r.y + r.h + 5);
  }

  const head = i => `frame ${i}   ${number(time[i], 3)} s\n`;
  plot("plot-frame", 240, drawFrames, i => head(i) + `busy ${number(series.busy_ms[i])} ms, interval ${number(series.interval_ms[i])} ms\n` +
    phases.map(p => `${p[1]} ${number(series[p[0]][i])} ms`).join("\n"));
  plot("plot-decision", 70, drawDecision, i => head(i) + `${DATA.modes[series.mode[i]]}: ${DATA.reasons[series.reason[i]]}\nlink ${series.link_up[i] ? "up" : "down"}`);
  plot("plot-coverage", 150, drawCoverage, i => head(i) + `coverage ${number(series.coverage[i], 3)}\nnear ${number(series.near_coverage[i], 3)}, far ${number(series.far_coverage[i], 3)}\n${number(series.wanted[i], 0)} tiles wanted`);
  plot("plot-bytes", 130, drawBytes, i => head(i) + `${number(series.received_mib[i])} MiB received\n${series.uploads[i]} tiles uploaded`);
  plot("plot-latency", 130, drawLatency, i => head(i) + `round trip ${number(series.rtt_ms[i])} ms\npose age ${number(series.pose_age_ms[i])} ms`);
  plot("plot-sorted", 170, drawSorted, share => `p${number(share * 100, 1)}: ${number(sorted[Math.min(count - 1, Math.floor(share * count))])} ms`, false);
  lead(); render();
  addEventListener("resize", render);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { lead(); render(); });
})();
