package org.kamsuite.account.intake;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kamsuite.account.centre.BuyingCentre;
import org.kamsuite.account.centre.BuyingCentreFact;
import org.kamsuite.account.centre.Location;
import org.kamsuite.account.centre.LocationFact;
import org.kamsuite.account.evidence.Complaint;
import org.kamsuite.account.evidence.ComplaintFact;
import org.kamsuite.account.evidence.DeliveredProject;
import org.kamsuite.account.evidence.DeliveredProjectFact;
import org.kamsuite.account.evidence.EvidenceItem;
import org.kamsuite.account.evidence.EvidenceItemFact;
import org.kamsuite.account.evidence.RelationshipStage;
import org.kamsuite.account.evidence.RelationshipStageFact;
import org.kamsuite.account.evidence.SatisfactionAnswer;
import org.kamsuite.account.evidence.SatisfactionAnswerFact;
import org.kamsuite.account.facts.Fact;
import org.kamsuite.account.facts.FactContent;
import org.kamsuite.account.holding.Contract;
import org.kamsuite.account.holding.ContractFact;
import org.kamsuite.account.holding.Holding;
import org.kamsuite.account.holding.HoldingFact;
import org.kamsuite.account.ledger.BespokeTerm;
import org.kamsuite.account.ledger.BespokeTermFact;
import org.kamsuite.account.ledger.MarginRate;
import org.kamsuite.account.ledger.MarginRateFact;
import org.kamsuite.account.ledger.RevenueLine;
import org.kamsuite.account.ledger.RevenueLineFact;
import org.kamsuite.account.ledger.ServiceEffort;
import org.kamsuite.account.ledger.ServiceEffortFact;
import org.kamsuite.account.ledger.ServiceRequest;
import org.kamsuite.account.ledger.ServiceRequestFact;
import org.kamsuite.account.plan.CustomerGoal;
import org.kamsuite.account.plan.CustomerGoalFact;
import org.kamsuite.account.plan.Dislike;
import org.kamsuite.account.plan.DislikeFact;
import org.kamsuite.account.plan.PainPoint;
import org.kamsuite.account.plan.PainPointFact;
import org.kamsuite.account.portfolio.AccountProfile;
import org.kamsuite.account.stakeholder.Stakeholder;
import org.kamsuite.account.stakeholder.StakeholderFact;
import org.kamsuite.account.stakeholder.StakeholderRelation;
import org.kamsuite.account.stakeholder.StakeholderRelationFact;

/// What can be imported: accounts, or one kind of fact, named as its path in the API.
@Schema(
        name = "ImportKind",
        type = SchemaType.STRING,
        description =
                "The last part of the path where each is read: accounts, centres, locations, stakeholders, stakeholder-relations, contracts, holdings, revenue-lines, service-efforts, service-requests, margin-rates, bespoke-terms, evidence-items, satisfaction-answers, complaints, relationship-stages, delivered-projects, goals, pain-points, dislikes",
        enumeration = {
            "accounts",
            "centres",
            "locations",
            "stakeholders",
            "stakeholder-relations",
            "contracts",
            "holdings",
            "revenue-lines",
            "service-efforts",
            "service-requests",
            "margin-rates",
            "bespoke-terms",
            "evidence-items",
            "satisfaction-answers",
            "complaints",
            "relationship-stages",
            "delivered-projects",
            "goals",
            "pain-points",
            "dislikes"
        })
record Kind<T>(String name, Class<T> content, Optional<Class<? extends Fact<?>>> fact) {

    static final String ACCOUNTS = "accounts";

    static final List<Kind<?>> ALL =
            List.of(
                    new Kind<>(ACCOUNTS, AccountProfile.class, Optional.empty()),
                    of("centres", BuyingCentre.class, BuyingCentreFact.class),
                    of("locations", Location.class, LocationFact.class),
                    of("stakeholders", Stakeholder.class, StakeholderFact.class),
                    of(
                            "stakeholder-relations",
                            StakeholderRelation.class,
                            StakeholderRelationFact.class),
                    of("contracts", Contract.class, ContractFact.class),
                    of("holdings", Holding.class, HoldingFact.class),
                    of("revenue-lines", RevenueLine.class, RevenueLineFact.class),
                    of("service-efforts", ServiceEffort.class, ServiceEffortFact.class),
                    of("service-requests", ServiceRequest.class, ServiceRequestFact.class),
                    of("margin-rates", MarginRate.class, MarginRateFact.class),
                    of("bespoke-terms", BespokeTerm.class, BespokeTermFact.class),
                    of("evidence-items", EvidenceItem.class, EvidenceItemFact.class),
                    of(
                            "satisfaction-answers",
                            SatisfactionAnswer.class,
                            SatisfactionAnswerFact.class),
                    of("complaints", Complaint.class, ComplaintFact.class),
                    of("relationship-stages", RelationshipStage.class, RelationshipStageFact.class),
                    of("delivered-projects", DeliveredProject.class, DeliveredProjectFact.class),
                    of("goals", CustomerGoal.class, CustomerGoalFact.class),
                    of("pain-points", PainPoint.class, PainPointFact.class),
                    of("dislikes", Dislike.class, DislikeFact.class));

    private static <T extends FactContent> Kind<T> of(
            String name, Class<T> content, Class<? extends Fact<T>> fact) {
        return new Kind<>(name, content, Optional.of(fact));
    }

    static Optional<Kind<?>> named(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    static List<String> names() {
        return ALL.stream().<String>map(Kind::name).toList();
    }

    /// The fields that hold lists.
    Set<String> lists() {
        return Arrays.stream(content.getRecordComponents())
                .filter(component -> component.getType() == List.class)
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    boolean has(String field) {
        return Arrays.stream(content.getRecordComponents())
                .anyMatch(component -> component.getName().equals(field));
    }
}
