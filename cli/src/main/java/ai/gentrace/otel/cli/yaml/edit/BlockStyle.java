package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlScalar;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.util.ArrayList;
import java.util.List;

/**
 * How a file writes block collections, as seen from one of its nodes: what stands nearest counts
 * first, what is most frequent there wins.
 */
final class BlockStyle {
  private static final int MAX_LEVEL = 16;
  private static final int MAX_WIDTH = 16;

  private final YamlSource source;
  private final List<YamlNode> upwards;

  /** Surveys of the node itself, its parent, and so on, as far as they were needed. */
  private final List<Survey> surveys = new ArrayList<>();

  /**
   * @param upwards the node and its ancestors, to the root
   */
  BlockStyle(YamlSource source, List<YamlNode> upwards) {
    this.source = source;
    this.upwards = List.copyOf(upwards);
  }

  /** The survey of a node; that of the root reads the whole file, and most answers stand nearer. */
  private Survey survey(int up) {
    while (surveys.size() <= up) {
      Survey survey = new Survey(source);
      survey.visit(upwards.get(surveys.size()), 0);
      surveys.add(survey);
    }
    return surveys.get(up);
  }

  /**
   * Blanks from a key to the keys of the mapping that it holds.
   *
   * @param level 0 for a key of the node, 1 for a key of its children, and so on
   */
  int step(int level) {
    for (int up = 0; up < upwards.size(); up++) {
      int step = mostFrequent(survey(up).steps[Math.min(level + up, MAX_LEVEL - 1)]);
      if (step > 0) {
        return step;
      }
    }
    for (int up = 0; up < upwards.size(); up++) {
      int step = mostFrequent(survey(up).anyStep);
      if (step > 0) {
        return step;
      }
    }
    return 2;
  }

  /** Blanks from a key to the dashes of the list that it holds; 0 is valid. */
  int dashOffset() {
    for (int up = 0; up < upwards.size(); up++) {
      int offset = mostFrequent(survey(up).dashOffsets);
      if (offset >= 0) {
        return offset;
      }
    }
    return 2;
  }

  /** Blanks behind a dash, at least 1. */
  int dashGap() {
    for (int up = 0; up < upwards.size(); up++) {
      int gap = mostFrequent(survey(up).dashGaps);
      if (gap > 0) {
        return gap;
      }
    }
    return 1;
  }

  /** Whether a list that could be written in brackets is to be written in lines. */
  boolean prefersBlockLists() {
    for (int up = 0; up < upwards.size(); up++) {
      Survey survey = survey(up);
      if (survey.blockLists != survey.flowLists) {
        return survey.blockLists > survey.flowLists;
      }
    }
    return false;
  }

  /** The index with the highest count, the lowest of equals; -1 where nothing was counted. */
  private static int mostFrequent(int[] counts) {
    int best = -1;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0 && (best < 0 || counts[i] > counts[best])) {
        best = i;
      }
    }
    return best;
  }

  /** Counts of what stands below one node. */
  private static final class Survey {
    private final YamlSource source;
    private final int[][] steps = new int[MAX_LEVEL][MAX_WIDTH];
    private final int[] anyStep = new int[MAX_WIDTH];
    private final int[] dashOffsets = new int[MAX_WIDTH];
    private final int[] dashGaps = new int[MAX_WIDTH];
    private int blockLists;
    private int flowLists;

    Survey(YamlSource source) {
      this.source = source;
    }

    /** Recursive, within the depth that a tree may have. */
    void visit(YamlNode node, int level) {
      if (node instanceof YamlMapping mapping) {
        for (YamlEntry entry : mapping.entries()) {
          if (!mapping.flow()) {
            measure(source.column(entry.start()), entry.value(), level);
          }
          visit(entry.value(), level + 1);
        }
      } else if (node instanceof YamlSequence list && !list.items().isEmpty()) {
        if (list.items().stream().allMatch(item -> item.node() instanceof YamlScalar)) {
          flowLists += list.flow() ? 1 : 0;
          blockLists += list.flow() ? 0 : 1;
        }
        for (YamlSequence.Item item : list.items()) {
          int gap = item.node().start() - item.start() - 1;
          if (!list.flow() && gap > 0 && !isLineBreakBetween(item)) {
            count(dashGaps, gap);
          }
          visit(item.node(), level + 1);
        }
      }
    }

    private boolean isLineBreakBetween(YamlSequence.Item item) {
      return source.lineIndex(item.start()) != source.lineIndex(item.node().start());
    }

    private void measure(int column, YamlNode value, int level) {
      if (value instanceof YamlMapping child && !child.flow() && !child.entries().isEmpty()) {
        int step = source.column(child.entries().get(0).start()) - column;
        if (step > 0) {
          count(anyStep, step);
          count(steps[Math.min(level, MAX_LEVEL - 1)], step);
        }
      } else if (value instanceof YamlSequence list && !list.flow() && !list.items().isEmpty()) {
        count(dashOffsets, source.column(list.items().get(0).start()) - column);
      }
    }

    private static void count(int[] counts, int index) {
      if (index >= 0 && index < counts.length) {
        counts[index]++;
      }
    }
  }
}
