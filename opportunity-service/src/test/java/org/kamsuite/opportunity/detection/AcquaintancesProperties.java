package org.kamsuite.opportunity.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Among seven people, any of whom may introduce to any other.
class AcquaintancesProperties {

    private static final int PEOPLE = 7;

    /// Each number is an edge: who, whom and how strongly.
    private static Map<UUID, Map<UUID, Integer>> graph(List<Integer> edges) {
        var graph = new HashMap<UUID, Map<UUID, Integer>>();
        for (var edge : edges) {
            var who = edge % PEOPLE;
            var whom = edge / PEOPLE % PEOPLE;
            if (who != whom) {
                graph.computeIfAbsent(person(who), _ -> new HashMap<>())
                        .put(person(whom), 1 + edge % 3);
            }
        }
        return graph;
    }

    private static UUID person(int number) {
        return new UUID(0, number);
    }

    private static Set<UUID> people(Set<Integer> numbers) {
        return numbers.stream().map(AcquaintancesProperties::person).collect(Collectors.toSet());
    }

    @Property
    void leadFromOneOfUsToOneOfThemInTwoStepsAtMost(
            @ForAll @Size(max = 20) List<@IntRange(max = 146) Integer> edges,
            @ForAll @Size(max = 3) Set<@IntRange(max = 6) Integer> from,
            @ForAll @Size(max = 3) Set<@IntRange(max = 6) Integer> to) {
        var graph = graph(edges);

        var found = new Acquaintances(graph).cheapest(people(from), people(to));

        assertThat(found.stream())
                .allSatisfy(introduction -> {
                    assertThat(people(from)).contains(introduction.first());
                    assertThat(people(to)).contains(introduction.last());
                    assertThat(introduction.steps()).isLessThanOrEqualTo(2);
                    assertThat(cost(graph, introduction.path()))
                            .isCloseTo(introduction.cost(), within(1e-9));
                });
    }

    @Property
    void areTheCheapestOfAllWays(
            @ForAll @Size(max = 20) List<@IntRange(max = 146) Integer> edges,
            @ForAll @Size(max = 3) Set<@IntRange(max = 6) Integer> from,
            @ForAll @Size(max = 3) Set<@IntRange(max = 6) Integer> to) {
        var graph = graph(edges);

        var found = new Acquaintances(graph).cheapest(people(from), people(to));

        var cheapest =
                ways().filter(way -> people(from).contains(way.getFirst()))
                        .filter(way -> people(to).contains(way.getLast()))
                        .mapToDouble(way -> cost(graph, way))
                        .min()
                        .orElse(Double.POSITIVE_INFINITY);
        assertThat(found.map(Introduction::cost).orElse(Double.POSITIVE_INFINITY))
                .isEqualTo(cheapest);
    }

    @Property
    void doNotBecomeDearerByKnowingMore(
            @ForAll @Size(max = 20) List<@IntRange(max = 146) Integer> edges,
            @ForAll @IntRange(max = 146) int more,
            @ForAll @IntRange(max = 6) int from,
            @ForAll @IntRange(max = 6) int to) {
        var before = graph(edges);
        var after = graph(edges);
        graph(List.of(more))
                .forEach((who, whom) ->
                        whom.forEach((other, strength) ->
                                after.computeIfAbsent(who, _ -> new HashMap<>())
                                        .merge(other, strength, Math::max)));

        assertThat(cost(after, from, to)).isLessThanOrEqualTo(cost(before, from, to));
    }

    private static double cost(Map<UUID, Map<UUID, Integer>> graph, int from, int to) {
        return new Acquaintances(graph)
                .cheapest(List.of(person(from)), Set.of(person(to)))
                .map(Introduction::cost)
                .orElse(Double.POSITIVE_INFINITY);
    }

    /// Every way of no, one or two steps.
    private static Stream<List<UUID>> ways() {
        var ways = new ArrayList<List<UUID>>();
        for (var one : numbers()) {
            ways.add(List.of(person(one)));
            for (var two : numbers()) {
                ways.add(List.of(person(one), person(two)));
                for (var three : numbers()) {
                    ways.add(List.of(person(one), person(two), person(three)));
                }
            }
        }
        return ways.stream();
    }

    private static List<Integer> numbers() {
        return IntStream.range(0, PEOPLE).boxed().toList();
    }

    /// What a way costs, infinitely much where a step of it is not there.
    private static double cost(Map<UUID, Map<UUID, Integer>> graph, List<UUID> way) {
        var cost = 0.0;
        for (var step = 1; step < way.size(); step++) {
            var strength = graph.getOrDefault(way.get(step - 1), Map.of()).get(way.get(step));
            cost += strength == null ? Double.POSITIVE_INFINITY : 1.0 / strength;
        }
        return cost;
    }
}
