package org.kamsuite.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What holds over all modules, below a root package.
///
/// @param root the package of the modules, `org.kamsuite` but for the wrong examples
record ArchitectureRules(String root) {

    private static final List<String> SERVICES = List.of("account", "scoring", "opportunity");

    /// Every rule by its name.
    Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("a feature does not know its HTTP or Kafka face", facesAreOutside());
        rules.put("repositories stay in their feature", repositoriesAreNotPublic());
        rules.put("HTTP classes stay in their package", resourcesAreNotPublic());
        rules.put("a write and its answer are one transaction", writesAreOneTransaction());
        for (var service : SERVICES) {
            rules.put(service + " depends on no other service", standsAlone(service));
            rules.put("the features of " + service + " form no cycle", hasNoCycle(service));
        }
        rules.put("the kit depends on no service", kitStandsBelow());
        rules.put("the kit says no word of the domain", kitSpeaksNoDomainWord());
        rules.put("pure calculations depend on no framework", calculationsArePure());
        rules.put("dependencies come through constructors", noFieldIsInjected());
        rules.put("only the kit's clock knows the time", onlyTheClockKnowsTheTime());
        rules.put("a class is named after what it is", classesAreNamedByTheDomain());
        rules.put("a package is named after what it holds", packagesAreNamedByTheDomain());
        return rules;
    }

    private ArchRule facesAreOutside() {
        return noClasses()
                .that()
                .resideInAnyPackage(inServices(".."))
                .and()
                .resideOutsideOfPackages("..rest", "..messaging")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(inServices(".*.rest", ".*.messaging"));
    }

    private ArchRule repositoriesAreNotPublic() {
        return classes()
                .that()
                .implement(nameMatching("io\\.quarkus\\.hibernate\\.orm\\.panache\\..*"))
                .should()
                .notBePublic();
    }

    private ArchRule resourcesAreNotPublic() {
        return classes()
                .that()
                .resideInAnyPackage(inServices("..rest"))
                .and()
                .areAnnotatedWith("jakarta.ws.rs.Path")
                .should()
                .notBePublic();
    }

    /// An answer that cannot be made leaves nothing written. A cycle is closed in chunks.
    private ArchRule writesAreOneTransaction() {
        return methods()
                .that()
                .areAnnotatedWith("jakarta.ws.rs.POST")
                .or()
                .areAnnotatedWith("jakarta.ws.rs.PUT")
                .or()
                .areAnnotatedWith("jakarta.ws.rs.PATCH")
                .or()
                .areAnnotatedWith("jakarta.ws.rs.DELETE")
                .and()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(inServices(".."))
                .and()
                .areDeclaredInClassesThat()
                .doNotHaveSimpleName("ProgrammeResource")
                .should()
                .beAnnotatedWith("jakarta.transaction.Transactional");
    }

    private ArchRule standsAlone(String service) {
        var others =
                SERVICES.stream()
                        .filter(other -> !other.equals(service))
                        .map(other -> root + "." + other + "..")
                        .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(root + "." + service + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }

    private ArchRule hasNoCycle(String service) {
        return slices().matching(root + "." + service + ".(*)..").should().beFreeOfCycles();
    }

    private ArchRule kitStandsBelow() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".kit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(inServices(".."));
    }

    private ArchRule kitSpeaksNoDomainWord() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".kit..")
                .should()
                .haveSimpleNameContaining("Account")
                .orShould()
                .haveNameMatching(
                        ".*(Stakeholder|Buying|Holding|Designation|Opportunit|WhiteSpace|Score).*");
    }

    private ArchRule calculationsArePure() {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".scoring.criteria..", root + ".opportunity.wallet..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..");
    }

    private ArchRule noFieldIsInjected() {
        return noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty");
    }

    private ArchRule onlyTheClockKnowsTheTime() {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".kit..", root + ".account..")
                .or()
                .resideInAnyPackage(root + ".scoring..", root + ".opportunity..")
                .and()
                .doNotHaveSimpleName("BusinessClock")
                .should()
                .callMethodWhere(
                        target(nameMatching("now|systemUTC|systemDefaultZone"))
                                .and(targetOwner(nameMatching("java\\.time\\..*"))))
                .orShould()
                .callConstructorWhere(targetOwner(assignableTo("java.util.Date")));
    }

    private ArchRule classesAreNamedByTheDomain() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Dto|DTO|Entity|Controller)");
    }

    private ArchRule packagesAreNamedByTheDomain() {
        return noClasses()
                .should()
                .resideInAnyPackage(
                        "..dto..", "..model..", "..util..", "..common..", "..impl..", "..mapper..");
    }

    private String[] inServices(String... below) {
        var packages = new ArrayList<String>();
        for (var service : SERVICES) {
            for (var part : below) {
                packages.add(root + "." + service + part);
            }
        }
        return packages.toArray(String[]::new);
    }
}
