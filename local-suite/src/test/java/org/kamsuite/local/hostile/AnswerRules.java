package org.kamsuite.local.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/// What every answer to a hostile request keeps.
final class AnswerRules {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Pattern INSIDES =
            Pattern.compile(
                    "\\bat [a-z]+\\.[\\w.$]+\\(|\\b(?:org|com|net)\\.[a-z]+\\.|\\b(?:java|javax|jakarta|io)\\.[a-z]+\\.|Exception|Caused by|SQLSTATE|\\binsert into\\b|\\bselect\\b.*\\bfrom\\b|<html|through reference chain");

    private static final int LONGEST = 2000;

    private AnswerRules() {}

    /// What is wrong with the answer.
    static List<String> broken(HostileCase hostile, Answer answer) {
        var broken = new ArrayList<String>();
        if (answer.status() >= 500 && !hostile.statuses().contains(answer.status())) {
            broken.add("the service failed");
        }
        if (!hostile.statuses().isEmpty() && !hostile.statuses().contains(answer.status())) {
            broken.add("the status is not one of " + hostile.statuses());
        }
        if (!answer.isSuccess() && showsInsides(answer.body())) {
            broken.add("it shows the insides");
        }
        // What is no HTTP, the server drops before any code of ours sees it.
        if (hostile.request().raw() && answer.body().isEmpty() && answer.status() == 400) {
            return broken;
        }
        try {
            var body = JSON.readTree(answer.body());
            if (!answer.isSuccess()) {
                problem(hostile, answer, body, broken);
            } else if (!body.isContainerNode()) {
                broken.add("it is no JSON");
            }
        } catch (JsonProcessingException e) {
            broken.add("it is no JSON");
        }
        return broken;
    }

    static boolean showsInsides(String text) {
        return INSIDES.matcher(text).find();
    }

    private static void problem(
            HostileCase hostile, Answer answer, JsonNode body, List<String> broken) {
        if (!answer.contentType().startsWith("application/problem+json")) {
            broken.add("it is not problem+json");
        }
        for (var member : List.of("type", "title", "detail")) {
            if (body.path(member).asText().isBlank()) {
                broken.add("it has no " + member);
            }
        }
        if (body.path("detail").asText().length() > LONGEST) {
            broken.add("its detail is too long");
        }
        if (body.path("status").asInt() != answer.status()) {
            broken.add("its status is not the answer's");
        }
        if (!hostile.place().isEmpty()
                && answer.status() == 400
                && !isNamed(hostile.place(), body)) {
            broken.add("no error is at " + hostile.place());
        }
    }

    private static boolean isNamed(String place, JsonNode body) {
        return StreamSupport.stream(body.path("errors").spliterator(), false)
                .map(error -> error.path("pointer").asText())
                .anyMatch(pointer ->
                        pointer.equals(place)
                                || pointer.startsWith(place + "/")
                                || !pointer.isEmpty() && place.startsWith(pointer + "/"));
    }
}
