package org.kamsuite.kit.shelf;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is said of a book.
public record Book(
        @NotBlank String title,
        @Positive int pages,
        @NotNull BigDecimal price,
        @NotNull LocalDate printedOn,
        @Nullable Binding binding,
        List<@NotBlank String> authors) {

    public Book {
        if (title != null && title.startsWith("Forbidden")) {
            throw new IllegalArgumentException("A title is not forbidden, as " + title + " is");
        }
    }

    @AssertTrue(message = "A book of one page has no hard binding")
    boolean isBindingApt() {
        return pages != 1 || binding != Binding.HARD;
    }

    enum Binding {
        HARD,
        SOFT
    }
}
