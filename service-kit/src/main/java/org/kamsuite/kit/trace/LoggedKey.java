package org.kamsuite.kit.trace;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/// Lets every line that a thread of the service's own logs say which key it works on, until it is
/// closed: under the name that the key has in addresses, so that both are found by one search.
public final class LoggedKey implements AutoCloseable {

    private static final Pattern NEXT_WORD = Pattern.compile("_(.)");

    private final String group;
    private final String name;

    private LoggedKey(String group, String name) {
        this.group = group;
        this.name = name;
    }

    /// A record of a topic.
    ///
    /// @param column what the key is, as `account_id`
    public static LoggedKey ofTopic(String topic, String column, @Nullable String key) {
        return of("topic", topic, column, key);
    }

    /// A result of a kind that is computed.
    ///
    /// @param column what the key is, as `account_id`
    public static LoggedKey ofKind(String kind, String column, String key) {
        return of("kind", kind, column, key);
    }

    private static LoggedKey of(String group, String member, String column, @Nullable String key) {
        var name =
                NEXT_WORD
                        .matcher(column)
                        .replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
        MDC.put(group, member);
        if (key != null) {
            MDC.put(name, key);
        }
        return new LoggedKey(group, name);
    }

    @Override
    public void close() {
        MDC.remove(group);
        MDC.remove(name);
    }
}
