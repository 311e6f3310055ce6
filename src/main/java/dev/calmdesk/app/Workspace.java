package dev.calmdesk.app;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Settings;
import dev.calmdesk.cases.Cases;
import dev.calmdesk.cases.Promises;
import dev.calmdesk.cases.Transfers;
import dev.calmdesk.cases.Unsent;
import dev.calmdesk.catalogue.Catalogue;
import dev.calmdesk.clock.Clocks;
import dev.calmdesk.complaint.Complaints;
import dev.calmdesk.complaint.DepartmentTasks;
import dev.calmdesk.complaint.EvidenceCopies;
import dev.calmdesk.complaint.EvidenceFiles;
import dev.calmdesk.complaint.FollowUps;
import dev.calmdesk.complaint.Learning;
import dev.calmdesk.complaint.Remedies;
import dev.calmdesk.complaint.StepRecords;
import dev.calmdesk.complaint.Suggestions;
import dev.calmdesk.contact.Contacts;
import dev.calmdesk.contact.Drafts;
import dev.calmdesk.customer.Customers;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.StoreFiles;
import dev.calmdesk.demo.Services;
import dev.calmdesk.flow.Lines;
import dev.calmdesk.inquiry.Inquiries;
import dev.calmdesk.knowledge.Articles;
import dev.calmdesk.knowledge.Pictures;
import dev.calmdesk.pack.PackFolder;
import dev.calmdesk.pack.PackImport;
import dev.calmdesk.people.Passwords;
import dev.calmdesk.people.People;
import dev.calmdesk.people.Presences;
import dev.calmdesk.privacy.Erasures;
import dev.calmdesk.search.Synonyms;
import dev.calmdesk.sync.Conflicts;
import dev.calmdesk.sync.Joining;
import dev.calmdesk.sync.Quarantine;
import dev.calmdesk.sync.Replica;
import dev.calmdesk.sync.SyncLoop;
import dev.calmdesk.sync.SyncServices;
import dev.calmdesk.sync.bundle.DeskBundles;
import dev.calmdesk.sync.file.Bandwidth;
import dev.calmdesk.sync.file.DeskFiles;
import dev.calmdesk.sync.file.FileSpeed;
import dev.calmdesk.sync.http.HubClient;
import dev.calmdesk.sync.wire.Admission;
import dev.calmdesk.sync.wire.Enrol;
import dev.calmdesk.workplace.Company;
import dev.calmdesk.workplace.Workplace;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// One opened store and every service on it. Whoever builds screens or runs commands takes from here the few services
/// that are needed; nobody is handed the whole.
///
/// The live one lies in files. Practice, the making of demonstration data and tests use one in memory, which is the same
/// code and knows nothing of it.
public final class Workspace implements Services, AutoCloseable {

    /// Folder of the pack that is shipped with the product.
    public static final String BUNDLED_PACK = "chensui";

    private final Database database;
    private final Workplace workplace;
    private final Catalogue catalogue;
    private final Articles articles;
    private final Pictures pictures;
    private final Indexes indexes;
    private final PackImport packs;
    private final People people;
    private final Presences presences;
    private final Customers customers;
    private final Clocks clocks;
    private final Lines lines;
    private final Drafts drafts;
    private final Contacts contacts;
    private final Cases cases;
    private final Promises promises;
    private final Unsent unsent;
    private final Replica replica;
    private final SyncLoop sync;
    private final Joining joining;
    private final Conflicts conflicts;
    private final Quarantine quarantine;
    private final Transfers transfers;
    private final Inquiries inquiries;
    private final Complaints complaints;
    private final Remedies remedies;
    private final DepartmentTasks departmentTasks;
    private final FollowUps followUps;
    private final EvidenceFiles evidenceFiles;
    private final Learning learning;
    private final Suggestions suggestions;
    private final DeskFiles files;
    private final Bandwidth bandwidth;
    private final Erasures erasures;
    private final InstantSource clock;
    private final Ids ids;
    private final ZoneId zone;

    private Workspace(Database database, Optional<Path> index, Path evidence, InstantSource clock, Ids ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        workplace = new Workplace(database);
        var synonyms = Synonyms.of(workplace);
        indexes = index.map(folder -> Indexes.in(folder, database, synonyms, settings(database)))
                .orElseGet(() -> Indexes.inMemory(database, synonyms));
        zone = workplace.first(Company.TOPIC, company -> true).map(Company::zone).orElseGet(ZoneId::systemDefault);
        catalogue = new Catalogue(database);
        articles = new Articles(database, clock, ids);
        packs = new PackImport(database, workplace, catalogue, articles);
        people = new People(database, new Passwords(), clock, ids);
        presences = new Presences(database, clock, ids);
        customers = new Customers(database, clock, ids);
        clocks = new Clocks(database, workplace, clock, ids);
        lines = new Lines(workplace);
        drafts = new Drafts(database, clock, ids);
        cases = new Cases(database, clock, ids, zone);
        contacts = new Contacts(database, drafts, cases, clock);
        promises = new Promises(database, clock, ids);
        unsent = new Unsent(database, clock);
        replica = new Replica(database, Kinds.ALL, Kinds.OF_THE_COMPANY);
        replica.showKept();
        sync = new SyncLoop(
                replica, HubClient::to, clock, new SplittableRandom());
        joining = new Joining(database, replica, clock, Workspace::askToEnter);
        conflicts = new Conflicts(database, Kinds.ALL, Kinds.OF_THE_COMPANY);
        quarantine = new Quarantine(database, Kinds.ALL);
        transfers = new Transfers(database, clock, ids);
        inquiries = new Inquiries(database, workplace, cases, contacts, clocks, clock);
        var records = new StepRecords(workplace, clocks, clock, ids);
        complaints = new Complaints(database, workplace, cases, contacts, records, clock);
        remedies = new Remedies(database, workplace, cases, records, clock, ids);
        departmentTasks = new DepartmentTasks(database, cases, records, clock, ids);
        followUps = new FollowUps(database, cases, records, clock, ids);
        learning = new Learning(database);
        suggestions = new Suggestions(database, workplace, cases, learning, clock, ids);
        evidenceFiles = new EvidenceFiles(database, cases, evidence, clock, ids);
        new EvidenceCopies(evidenceFiles).forget();
        pictures = new Pictures(database, evidenceFiles.folder(), clock);
        files = new DeskFiles(
                database, evidenceFiles.folder(),
                () -> Stream.concat(pictures.named().stream(), evidenceFiles.named().stream()).toList());
        bandwidth = FileSpeed.of(settings(database));
        sync.carry(files, bandwidth);
        erasures = new Erasures(database, replica, Personal.FIELDS, evidence, clock, ids);
        erasures.purging(indexes::purge);
        erasures.cleanUp();
    }

    private static Settings settings(Database database) {
        return database.files().map(files -> Settings.load(files.settings())).orElseGet(Settings::inMemory);
    }

    /// Opens the store in a folder, or makes an empty one there. A store without a company takes the time zone of this
    /// machine until it is opened again after the import of a pack.
    ///
    /// @throws Problem.Unavailable if the store cannot be opened; nothing stays open then
    public static Workspace open(StoreFiles files, InstantSource clock, Ids ids) {
        var database = Database.open(files, clock, ids);
        try {
            return new Workspace(database, Optional.of(files.index()), files.evidence(), clock, ids);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /// A workspace that ends with [#close()].
    ///
    /// @param evidence where files that customers send are kept; made when the first one comes
    /// @param seed fills the empty store with what the services need from the start, such as a company
    public static Workspace inMemory(Path evidence, InstantSource clock, Ids ids, Consumer<Database> seed) {
        var database = Database.inMemory(clock, ids);
        try {
            seed.accept(database);
            return new Workspace(database, Optional.empty(), evidence, clock, ids);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /// A seed: the pack that is shipped with the product.
    public static Consumer<Database> bundledPack(InstantSource clock, Ids ids) {
        return database -> PackFolder.withBundled(
                BUNDLED_PACK, folder -> PackImport.into(database, clock, ids).run(folder));
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public Workplace workplace() {
        return workplace;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    @Override
    public Articles articles() {
        return articles;
    }

    public Pictures pictures() {
        return pictures;
    }

    /// They find nothing before their first [Indexes#refresh], which the caller runs in the background.
    public Indexes indexes() {
        return indexes;
    }

    public PackImport packs() {
        return packs;
    }

    @Override
    public People people() {
        return people;
    }

    @Override
    public Presences presences() {
        return presences;
    }

    @Override
    public Customers customers() {
        return customers;
    }

    public Clocks clocks() {
        return clocks;
    }

    @Override
    public Lines lines() {
        return lines;
    }

    @Override
    public Drafts drafts() {
        return drafts;
    }

    public Contacts contacts() {
        return contacts;
    }

    public Cases cases() {
        return cases;
    }

    @Override
    public Promises promises() {
        return promises;
    }

    /// This store as one of many.
    public Replica replica() {
        return replica;
    }

    /// For a store that never sees a network.
    public DeskBundles bundles() {
        return new DeskBundles(database, replica, files, clock);
    }

    /// The files that this store shares.
    public DeskFiles files() {
        return files;
    }

    /// How fast they may travel.
    public Bandwidth bandwidth() {
        return bandwidth;
    }

    /// Keeps this store in step with its hub once it is started.
    public SyncLoop sync() {
        return sync;
    }

    /// The way to a hub.
    public Joining joining() {
        return joining;
    }

    private static Admission askToEnter(URI hub, Optional<String> pin, Enrol enrol) {
        try (var client = new HubClient(hub, "", pin.orElse(null))) {
            return client.enrol(enrol);
        }
    }

    /// Working with others, as windows show it.
    public SyncServices shared() {
        return new SyncServices(replica, sync, joining, conflicts, quarantine, database.changes());
    }

    public Conflicts conflicts() {
        return conflicts;
    }

    public Quarantine quarantine() {
        return quarantine;
    }

    public Unsent unsent() {
        return unsent;
    }

    @Override
    public Transfers transfers() {
        return transfers;
    }

    @Override
    public Inquiries inquiries() {
        return inquiries;
    }

    @Override
    public Complaints complaints() {
        return complaints;
    }

    @Override
    public Remedies remedies() {
        return remedies;
    }

    @Override
    public DepartmentTasks departmentTasks() {
        return departmentTasks;
    }

    @Override
    public FollowUps followUps() {
        return followUps;
    }

    @Override
    public EvidenceFiles evidenceFiles() {
        return evidenceFiles;
    }

    /// Knows nothing before its first [Learning#learn], which the caller runs in the background.
    public Learning learning() {
        return learning;
    }

    public Suggestions suggestions() {
        return suggestions;
    }

    public Erasures erasures() {
        return erasures;
    }

    public InstantSource clock() {
        return clock;
    }

    public Ids ids() {
        return ids;
    }

    /// Where the company is; decides what day it is.
    @Override
    public ZoneId zone() {
        return zone;
    }

    /// Backwards in the order of opening.
    @Override
    public void close() {
        sync.close();
        learning.close();
        indexes.close();
        new EvidenceCopies(evidenceFiles).forget();
        database.close();
    }
}
