package org.kamsuite.kit.outbox;

/// States that a service publishes on one compacted topic, as `States` reads them.
public interface StateSource {

    String topic();

    /// The type of the events that tell the states.
    String type();

    /// One statement, and so one snapshot, that takes keys as an array of text and answers key,
    /// epoch, sequence and the state as JSON, key and state as text. A key that is not in its
    /// answer gets a tombstone; its sequence may begin again if its removal was filed with
    /// `Outbox.gone`.
    String statesSql();

    /// A query of one text column with every key there is, for republication.
    String allKeysSql();
}
