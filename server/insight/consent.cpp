#include "insight/consent.hpp"

namespace atelier::insight {

Consent consent(const ConsentTally& tally) noexcept {
    if (tally.objection > 0) return Consent::objections_to_resolve;
    if (tally.reservation > 0) return Consent::given_with_reservations;
    return tally.agree > 0 ? Consent::given : Consent::nobody_answered;
}

}  // namespace atelier::insight
