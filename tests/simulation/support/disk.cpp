#include "simulation/support/disk.hpp"

namespace atelier::simulation {

Disk::Disk(journal::Batch beginning) {
    submit(std::move(beginning));
    done();
}

void Disk::note() {
    for (const domain::Recorded& recorded : under_way_->events) truth_.add(recorded);
}

void Disk::write() {
    if (written_) return;
    if (const auto done = journal_.append({&*under_way_, 1}); !done)
        truth_.faults.push_back("the journal refuses a batch: " + done.error().cause);
    note();
    written_ = true;
}

void Disk::done() {
    write();
    under_way_.reset();
    written_ = false;
}

void Disk::fail(bool kept) {
    const bool stays = kept && !broken_;
    broken_ = true;
    journal_.break_disk(stays);
    if (!written_) {
        if (journal_.append({&*under_way_, 1}))
            truth_.faults.emplace_back("a broken disk took a batch");
        if (stays) note();
    }
    under_way_.reset();
    written_ = false;
}

void Disk::abandon(bool kept) {
    if (kept && under_way_ && !broken_) write();
    under_way_.reset();
    written_ = false;
}

void Disk::breaks() {
    broken_ = true;
    journal_.break_disk();
}

void Disk::mend() {
    broken_ = false;
    journal_.mend_disk();
    if (!journal_.reopen()) truth_.faults.emplace_back("a mended disk does not open");
}

}  // namespace atelier::simulation
