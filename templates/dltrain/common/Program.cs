return ModelClass.RunCommandLine(args, settings => DataClass.Load(settings.SplitSeed));
