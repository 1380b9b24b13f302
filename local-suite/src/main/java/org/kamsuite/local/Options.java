package org.kamsuite.local;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamsuite.local.data.DemoData;

/// The options of the command line.
record Options(
        Path data,
        boolean demo,
        boolean background,
        int portBase,
        @Nullable LocalDate businessDate,
        @Nullable String postgres,
        @Nullable String kafka,
        @Nullable String traces,
        int accounts,
        int seconds,
        @Nullable String load,
        int minutes,
        @Nullable Path json,
        String role,
        String caller) {

    private static final int USUAL_BASE = 8080;
    private static final int USUAL_SECONDS = 5;
    private static final int USUAL_MINUTES = 10;

    /// Reads the options that follow a command.
    ///
    /// @throws Trouble for one that is unknown or incomplete
    static Options of(Path home, List<String> arguments) {
        var rest = new ArrayDeque<>(arguments);
        var data = home.resolve(".kam");
        var demo = true;
        var background = false;
        var base = USUAL_BASE;
        LocalDate date = null;
        String postgres = null;
        String kafka = null;
        String traces = null;
        var accounts = DemoData.ACCOUNTS;
        var seconds = USUAL_SECONDS;
        String load = null;
        var minutes = USUAL_MINUTES;
        Path json = null;
        var role = "reader";
        var caller = "ana";
        while (!rest.isEmpty()) {
            var option = rest.pop();
            switch (option) {
                case "--no-demo" -> demo = false;
                case "--background" -> background = true;
                case "--data" -> data = Path.of(value(option, rest)).toAbsolutePath();
                case "--port-base" -> base = port(value(option, rest));
                case "--business-date" -> date = day(value(option, rest));
                case "--postgres" -> postgres = value(option, rest);
                case "--kafka" -> kafka = value(option, rest);
                case "--traces" -> traces = address(option, value(option, rest));
                case "--accounts" -> accounts = count(option, value(option, rest));
                case "--seconds" -> seconds = count(option, value(option, rest));
                case "--load" -> load = value(option, rest);
                case "--minutes" -> minutes = count(option, value(option, rest));
                case "--json" -> json = Path.of(value(option, rest)).toAbsolutePath();
                case "--role" -> role = value(option, rest);
                case "--name" -> caller = value(option, rest);
                default ->
                        throw new Trouble("The option " + option + " is unknown; see ./kam help");
            }
        }
        return new Options(
                data,
                demo,
                background,
                base,
                date,
                postgres,
                kafka,
                traces,
                accounts,
                seconds,
                load,
                minutes,
                json,
                role,
                caller);
    }

    private static String value(String option, ArrayDeque<String> rest) {
        if (rest.isEmpty()) {
            throw new Trouble("The option " + option + " needs a value");
        }
        return rest.pop();
    }

    private static int count(String option, String text) {
        if (!text.matches("[1-9]\\d{0,6}")) {
            throw new Trouble("The option " + option + " takes a number from 1, not " + text);
        }
        return Integer.parseInt(text);
    }

    private static String address(String option, String text) {
        if (!text.matches("https?://[^\\s/]+(/\\S*)?")) {
            throw new Trouble(
                    "The option "
                            + option
                            + " takes an address such as http://localhost:4318, not "
                            + text);
        }
        return text;
    }

    private static int port(String text) {
        if (!text.matches("\\d{4,5}") || Integer.parseInt(text) > 65_000) {
            throw new Trouble("A port base lies between 1000 and 65000, not " + text);
        }
        return Integer.parseInt(text);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Trouble("A business date is a day such as 2026-11-30, not " + text, e);
        }
    }

    int port(Member member) {
        return member.port(portBase);
    }
}
