package org.mandelspark.eventlog;

/** Events of jobs, of the queries that they belong to, and of their stages. */
final class JobEvents {
    private final LogBuilder log;

    JobEvents(LogBuilder log) {
        this.log = log;
    }

    EventReader jobStart() {
        JobEntry entry = new JobEntry(-1);
        int[] id = {-1};
        return EventReader.whole(
                (name, fields) -> {
                    switch (name) {
                        case "Job ID" -> id[0] = fields.number();
                        case "Submission Time" -> entry.submittedMs = fields.whole();
                        case "Stage IDs" -> entry.stageIds = fields.numbers();
                        case "Properties" ->
                            fields.object((key, value) -> {
                                switch (key) {
                                    case "spark.sql.execution.id" -> entry.execution = execution(value.text());
                                    case "spark.job.description" -> entry.description = value.text();
                                    default -> {}
                                }
                            });
                        default -> {}
                    }
                },
                () -> {
                    EventReader.require(id[0]);
                    log.jobStarted(id[0], entry);
                });
    }

    private static long execution(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    EventReader jobEnd() {
        int[] id = {-1};
        long[] ms = {-1};
        return EventReader.whole(
                (name, fields) -> {
                    switch (name) {
                        case "Job ID" -> id[0] = fields.number();
                        case "Completion Time" -> ms[0] = fields.whole();
                        default -> {}
                    }
                },
                () -> {
                    EventReader.require(id[0]);
                    EventReader.require(ms[0]);
                    log.jobEnded(id[0], ms[0]);
                });
    }

    EventReader stage() {
        int[] ids = {-1, 0};
        StageEntry entry = new StageEntry(-1, 0);
        return EventReader.whole(
                (name, fields) -> {
                    if (name.equals("Stage Info")) {
                        fields.object((key, value) -> {
                            switch (key) {
                                case "Stage ID" -> ids[0] = value.number();
                                case "Stage Attempt ID" -> ids[1] = value.number();
                                case "Stage Name" -> entry.name = value.text();
                                case "Number of Tasks" -> entry.tasks = value.number();
                                case "Parent IDs" -> entry.parentIds = value.numbers();
                                case "Submission Time" -> entry.submittedMs = value.whole();
                                case "Completion Time" -> entry.completedMs = value.whole();
                                case "Failure Reason" -> entry.failed = true;
                                case "Resource Profile Id" -> entry.profile = value.number();
                                default -> {}
                            }
                        });
                    }
                },
                () -> {
                    EventReader.require(ids[0]);
                    log.stage(ids[0], ids[1], entry);
                });
    }

    EventReader query() {
        long[] id = {-1};
        String[] text = {""};
        return EventReader.whole(
                (name, fields) -> {
                    switch (name) {
                        case "executionId" -> id[0] = fields.whole();
                        case "description" -> text[0] = fields.text();
                        default -> {}
                    }
                },
                () -> log.query(id[0], text[0]));
    }
}
