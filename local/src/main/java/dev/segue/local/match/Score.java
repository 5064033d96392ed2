package dev.segue.local.match;

import java.util.Collection;

/// How far verdicts agree with what a file says. Nothing to divide by counts as 0.
///
/// @param truePositives  called the same, and they are
/// @param falsePositives called the same, and they are not
/// @param falseNegatives not called the same, and they are
/// @param trueNegatives  not called the same, and they are not
record Score(int truePositives, int falsePositives, int falseNegatives, int trueNegatives) {

    static Score of(Collection<JudgedPair> pairs) {
        return new Score(
                count(pairs, true, true),
                count(pairs, true, false),
                count(pairs, false, true),
                count(pairs, false, false));
    }

    private static int count(Collection<JudgedPair> pairs, boolean verdict, boolean label) {
        return (int) pairs.stream()
                .filter(pair -> pair.verdict().isSame() == verdict)
                .filter(pair -> pair.label().filter(said -> said == label).isPresent())
                .count();
    }

    double precision() {
        return ratio(truePositives, truePositives + falsePositives);
    }

    double recall() {
        return ratio(truePositives, truePositives + falseNegatives);
    }

    double f1() {
        return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : Math.round(part * 10_000.0 / whole) / 10_000.0;
    }
}
