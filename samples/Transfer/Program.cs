return ResNet18.RunCommandLine(args, settings => Digits.Load(settings.SplitSeed));
