#include <catch2/catch.hpp>

#include "insight/signs.hpp"
#include "wire/enums.hpp"

namespace {

std::string seen(std::string_view text) {
    std::string out;
    for (const auto sign : atelier::insight::signs(text))
        out += (out.empty() ? "" : " ") + std::string(atelier::wire::text(sign));
    return out;
}

}  // namespace

TEST_CASE("[IN23] links, phone numbers, addresses and shouting are seen") {
    CHECK(seen("Voir https://exemple.fr/haies") == "link");
    CHECK(seen("Voir www.exemple.org") == "link");
    CHECK(seen("C'est sur mairie-exemple.fr, en bas") == "link");
    CHECK(seen("Appeler le 06 12 34 56 78") == "phone");
    CHECK(seen("Appeler le 0612345678 ce soir") == "phone");
    CHECK(seen("+33 (0)6 12.34.56.78") == "phone");
    CHECK(seen("Écrire à ada.b@exemple.fr") == "email");
    CHECK(seen("ÉTEIGNEZ LES LAMPADAIRES LA NUIT") == "shouting");
    CHECK(seen("ÉTEINDRE TOUS LES LAMPADAIRES, voir www.exemple.fr") == "link shouting");
    CHECK(seen("Assez !!!") == "shouting");
    CHECK(seen("Assez!!!") == "shouting");
    CHECK(seen("ada@exemple.fr ou exemple.org ou 01 23 45 67 89") == "link phone email");
}

TEST_CASE("[IN23] sums, years, acronyms and plain sentences are none of them") {
    CHECK(seen("Un budget de 1 000 000 000 euros en 2026-2027") == "");
    CHECK(seen("La SNCF, l'ADEME et l'ONF") == "");
    CHECK(seen("Planter des haies.fraîches") == "");
    CHECK(seen("Se retrouver @ la mairie") == "");
    CHECK(seen("") == "");
    CHECK(seen("De 8 h 30 à 12 h 00, 10 rue des Lilas, 75012 Paris") == "");
    CHECK(seen("\xFF\xFE @") == "");
}
