package org.kamsuite.kit.admission;

import java.util.concurrent.atomic.AtomicBoolean;

/// The place of one request among those in work; it is given back once, by whoever is last.
final class Place {

    private final Places places;
    private final AtomicBoolean heldByResource = new AtomicBoolean();
    private final AtomicBoolean free = new AtomicBoolean();

    /// A place that was taken.
    Place(Places places) {
        this.places = places;
    }

    /// From now on the resource has it, which may go on after the caller has left.
    void holdForResource() {
        heldByResource.set(true);
    }

    /// Others may have it until it is wanted again.
    void lend() {
        places.giveBack();
    }

    void wantAgain() {
        places.take();
    }

    void answered() {
        if (!heldByResource.get()) {
            giveBack();
        }
    }

    void giveBack() {
        if (free.compareAndSet(false, true)) {
            places.giveBack();
        }
    }
}
