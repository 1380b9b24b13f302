package org.kamsuite.opportunity.wallet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Widens the code of a sector: its last digit or its last word goes, and what parted it.
final class SectorCode {

    /// Any sector.
    static final String ANY = "";

    private static final Pattern LAST = Pattern.compile("(?:\\d|\\p{L}+)[^\\p{L}\\d]*$");
    private static final int LEAST_DIGITS = 2;

    private SectorCode() {}

    /// The code and ever wider ones, down to any sector: 35.11, 35.1, 35, any.
    static List<String> widening(String code) {
        var codes = new ArrayList<String>();
        for (var rest = code; !rest.isEmpty(); rest = shorter(rest)) {
            codes.add(rest);
        }
        codes.add(ANY);
        return codes;
    }

    private static String shorter(String code) {
        var rest = LAST.matcher(code).replaceFirst("").replaceFirst("[^\\p{L}\\d]+$", "");
        var isOneDigit = rest.length() < LEAST_DIGITS && rest.chars().allMatch(Character::isDigit);
        return isOneDigit || rest.length() == code.length() ? ANY : rest;
    }
}
