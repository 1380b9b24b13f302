package org.kamsuite.account.designation;

import jakarta.persistence.Embeddable;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/// The doors that were open when the account was evaluated last.
///
/// What was looked at in vain is not looked at again for the same facts.
@Embeddable
@NullUnmarked
class Doors {

    private List<String> openDoors = List.of();

    protected Doors() {}

    /// Whether a door is open that was not; below the top of a tree none is.
    boolean note(Verdict verdict, Situation situation) {
        var open =
                situation.root()
                        ? verdict.openDoors(situation.rules()).stream().map(Door::name).toList()
                        : List.<String>of();
        var opened = !openDoors.containsAll(open);
        openDoors = open;
        return opened;
    }
}
