package org.kamsuite.scoring.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;

class PairwiseWeightsTest {

    private static List<PairwiseWeights.Judgement> judgements(
            ToDoubleBiFunction<Criterion.Code, Criterion.Code> value) {
        var judgements = new ArrayList<PairwiseWeights.Judgement>();
        for (var code : Criterion.Code.values()) {
            for (var other : Criterion.Code.values()) {
                if (code.compareTo(other) < 0) {
                    judgements.add(
                            new PairwiseWeights.Judgement(
                                    code, other, value.applyAsDouble(code, other)));
                }
            }
        }
        return judgements;
    }

    private static double usual(Criterion.Code code) {
        return EnumSet.of(Criterion.Code.C3, Criterion.Code.C5).contains(code) ? 1 : 2;
    }

    @Test
    void areTheUsualOnesForTheUsualJudgements() {
        var proposed = PairwiseWeights.of(judgements((a, b) -> usual(a) / usual(b)));

        proposed.weights()
                .forEach((code, weight) ->
                        assertThat(weight).isCloseTo(usual(code) / 10, within(1e-9)));
        assertThat(proposed.consistencyRatio()).isCloseTo(0, within(1e-9));
        assertThat(proposed.consistent()).isTrue();
    }

    @Test
    void areNotConsistentWhereJudgementsGoRound() {
        var proposed =
                PairwiseWeights.of(
                        judgements((a, b) ->
                                a == Criterion.Code.C1 && b == Criterion.Code.C6 ? 1.0 / 9 : 3));

        assertThat(proposed.consistencyRatio()).isGreaterThan(0.10);
        assertThat(proposed.consistent()).isFalse();
        assertThat(proposed.weights().values().stream().mapToDouble(weight -> weight).sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void needEachPairOnce() {
        var all = judgements((a, b) -> 1);
        var twice = new ArrayList<>(all);
        twice.set(14, new PairwiseWeights.Judgement(Criterion.Code.C2, Criterion.Code.C1, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairwiseWeights.of(all.subList(0, 14)))
                .withMessageContaining("not 14");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairwiseWeights.of(twice))
                .withMessage("C2 and C1 are judged twice");
    }
}
