package org.kamsuite.account.ledger;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.kamsuite.account.facts.Fact;
import org.kamsuite.account.facts.Summed;

/// The stored service request.
@Entity
@Summed
@Table(name = "service_requests")
public class ServiceRequestFact extends Fact<ServiceRequest> {

    @Embedded private ServiceRequest content;

    @Override
    public ServiceRequest content() {
        return content;
    }

    @Override
    protected void content(ServiceRequest content) {
        this.content = content;
    }
}
