package org.saccade.client.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The envelope every bench and headless run writes; docs/benchmarks.md defines the figures. */
public record BenchReport(
    String bench,
    String version,
    Figures machine,
    Figures inputs,
    Figures results,
    List<Target> targets) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  public BenchReport {
    targets = List.copyOf(targets);
  }

  /** This with one figure more. */
  public BenchReport with(String name, long figure) {
    return new BenchReport(bench, version, machine, inputs, results.with(name, figure), targets);
  }

  /** This with one figure more. */
  public BenchReport with(String name, double figure) {
    return new BenchReport(bench, version, machine, inputs, results.with(name, figure), targets);
  }

  /** The whole as JSON text. */
  public String json() {
    var all = new LinkedHashMap<String, Object>();
    all.put("bench", bench);
    all.put("version", version);
    all.put("machine", machine.values());
    all.put("inputs", inputs.values());
    all.put("results", results.values());
    all.put("targets", targets.stream().map(BenchReport::values).toList());
    try {
      return JSON.writeValueAsString(all) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a report's values are maps, lists and numbers", impossible);
    }
  }

  /** Writes it whole. */
  public void write(Path file) {
    AtomicFile.write(file, json());
  }

  private static Map<String, @Nullable Object> values(Target target) {
    return new Figures()
        .with("name", target.name())
        .with("value", target.value())
        .with("op", target.op().sign())
        .with("limit", target.limit())
        .with("holds", target.holds())
        .values();
  }
}
