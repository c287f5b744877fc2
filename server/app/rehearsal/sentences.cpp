#include "app/rehearsal/sentences.hpp"

#include <array>

namespace atelier::app::rehearsal {
namespace {

constexpr std::array<std::string_view, 16> french{
    "Ouvrir un atelier de réparation dans chaque quartier",
    "Prêter la salle des fêtes aux associations le dimanche",
    "Planter des arbres le long de l’école",
    "Tenir un registre des personnes à appeler pendant une canicule",
    "Un jardin partagé derrière la mairie",
    "Récupérer l’eau de pluie des toits publics pour arroser",
    "Former deux voisins par rue aux premiers secours",
    "Des pistes cyclables qui vont jusqu’à la gare, sans coupure au rond-point",
    "Mettre en commun les tracteurs et les remorques des petites communes",
    "Un repas de quartier à chaque saison, pour que les nouveaux venus soient attendus",
    "Éteindre les vitrines après vingt-deux heures",
    "Cartographier les puits et les sources",
    "Inviter les lycéens aux réunions du conseil, avec un vrai temps de parole",
    "Acheter local pour les cantines",
    "Un bulletin d’une page, en gros caractères, distribué dans les boîtes aux lettres",
    "Garder une boulangerie ouverte au village, même à plusieurs",
};

constexpr std::array<std::string_view, 16> english{
    "Open a repair workshop in every neighbourhood",
    "Lend the village hall to clubs on Sundays",
    "Plant trees along the school fence",
    "Keep a list of people to ring up during a heat wave",
    "A shared garden behind the town hall",
    "Collect rain from public roofs for watering",
    "Train two neighbours in each street in first aid",
    "Cycle lanes that reach the station without stopping at the roundabout",
    "Share tractors and trailers between small councils",
    "A street meal every season, so that newcomers are expected",
    "Switch shop windows off after ten at night",
    "Map the wells and springs",
    "Invite pupils to council meetings, with real time to speak",
    "Buy from nearby farms for the canteens",
    "A one-page bulletin in large print, dropped into every letter box",
    "Keep a bakery in the village, even if several have to run it",
};

}  // namespace

std::span<const std::string_view> sentences(std::string_view language) noexcept {
    return language == "fr" ? std::span(french) : std::span(english);
}

}  // namespace atelier::app::rehearsal
