// A browser and the host that it asks share the machine: more at once wait for each other.
[assembly: LevelOfParallelism(2)]
