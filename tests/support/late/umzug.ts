import { late } from './late';

export = late('umzug');
