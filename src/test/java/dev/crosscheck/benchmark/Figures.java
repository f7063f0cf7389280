package dev.crosscheck.benchmark;

import java.util.Collection;

/** Measured values, in ascending order. */
record Figures(double[] sorted) {
  static Figures of(Collection<Double> values) {
    return new Figures(values.stream().mapToDouble(Double::doubleValue).sorted().toArray());
  }

  double median() {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /**
   * @param share such as 0.9: what nine of ten values do not exceed
   */
  double quantile(double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  }
}
