package org.kamsuite.scoring.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameTest {

    @Test
    void saysHowManyAccountsHadNoHigherScore() {
        var quantiles = IntStream.rangeClosed(0, 100).mapToObj(n -> 20 + 0.5 * n).toList();
        var frame = frame(Map.of(Criterion.Code.C1, quantiles));

        assertThat(frame.percentile(Criterion.Code.C1, 19)).contains(0);
        assertThat(frame.percentile(Criterion.Code.C1, 45)).contains(50);
        assertThat(frame.percentile(Criterion.Code.C1, 100)).contains(100);
        assertThat(frame.percentile(Criterion.Code.C2, 45)).isEmpty();
    }

    private static Frame frame(Map<Criterion.Code, List<Double>> quantiles) {
        return new Frame(1, "2026-Q4", 1, 1, 1, null, Map.of(), quantiles);
    }
}
